/** The pauses between attempts to send a mail: they grow, and end after five days (RFC 5321 section 4.5.4.1). */
const MINUTE = 60_000
const PAUSES = [1, 5, 15, 60, 120, 240, 480, 720].map((minutes) => minutes * MINUTE)
const GIVE_UP = 5 * 24 * 60 * MINUTE

/** @param attempts attempts so far @returns the time of the next attempt, or undefined where the mail is given up */
export function nextAttempt(attempts: number, createdAt: Date, now: Date): Date | undefined {
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0]!
  const at = new Date(now.getTime() + pause)
  return at.getTime() - createdAt.getTime() > GIVE_UP ? undefined : at
}

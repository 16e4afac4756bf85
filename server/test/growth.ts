import assert from 'node:assert/strict'

export const PARTS = 8
/** Times the work of a part that the whole may take: work that grows with the square takes PARTS times PARTS of it. */
const MOST = PARTS * 3
/** Milliseconds; work below them tells nothing. */
const LEAST = 10

/** @returns milliseconds of the thread's own time, since other processes may keep it waiting */
async function workOf(run: () => unknown): Promise<number> {
  const began = process.threadCpuUsage()
  await run()
  const { user, system } = process.threadCpuUsage(began)
  return (user + system) / 1000
}

/**
 * Runs an eighth of the work twice, since code is slow the first time, and then all of it. Nothing is said of the
 * seconds that it takes, which differ by machine and by hour.
 * @param run gets the number of parts, of PARTS, that it does
 * @throws where work grows by much more than its size
 */
export async function growsWithSize(run: (parts: number) => unknown): Promise<void> {
  await run(1)
  const part = await workOf(() => run(1))
  const whole = await workOf(() => run(PARTS))
  assert.ok(whole <= MOST * Math.max(part, LEAST), `${Math.round(part)} ms for an eighth, ${Math.round(whole)} for all`)
}

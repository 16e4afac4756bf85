/** The only source of time. Whole milliseconds, so that a cursor can carry it exactly. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** Unix seconds, as the wire shows time; null stays null. */
export function unix(date: Date): number
export function unix(date: Date | null): number | null
export function unix(date: Date | null): number | null {
  return date && Math.floor(date.getTime() / 1000)
}

/** The time that unix seconds mean. */
export const fromUnix = (seconds: number) => new Date(seconds * 1000)

/** ISO 8601 in whole seconds: `2026-01-09T09:00:00Z`. */
export const isoSeconds = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z')

/** ISO 8601 with milliseconds and an offset, as webhooks and summaries show time; null stays null. */
export function isoTime(date: Date): string
export function isoTime(date: Date | null): string | null
export function isoTime(date: Date | null): string | null {
  return date && date.toISOString().replace('Z', '+00:00')
}

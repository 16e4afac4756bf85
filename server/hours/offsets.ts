/** Offsets of a time zone from UTC, and the instants at which they change. */

export interface Offset {
  /** Milliseconds that the local clock is ahead of UTC. */
  offset: number
  /** Unix milliseconds; the end is excluded. */
  start: number
  end: number
}

/** @returns the offsets that a zone has in a span of a few days, in order; it changes once at most in such a span */
export function offsetsBetween(timeZone: string, start: number, end: number): Offset[] {
  const [before, after] = [offsetAt(timeZone, start), offsetAt(timeZone, end)]
  if (before === after) return [{ offset: before, start, end }]
  let [low, high] = [start, end]
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000
    if (middle <= low) break
    if (offsetAt(timeZone, middle) === before) low = middle
    else high = middle
  }
  return [
    { offset: before, start, end: high },
    { offset: after, start: high, end },
  ]
}

function offsetAt(timeZone: string, ms: number): number {
  const seconds = Math.floor(ms / 1000) * 1000
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(seconds)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type)!
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - seconds
}

/** Formats are slow to make; there are some 600 zones. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  return format
}

/** The windows of a schedule on a date. */

/** Minutes; the end is excluded. */
export interface Window {
  start: number
  end: number
}

export interface Schedule {
  /** An IANA name. */
  timeZone: string
  /** From Monday 00:00, in the order in which they were written; they may overlap. */
  weekly: Window[]
  exceptions: Exception[]
}

/** Other hours on one date: from midnight, none where it is closed. */
export interface Exception {
  /** YYYY-MM-DD */
  date: string
  everyYear: boolean
  windows: Window[]
}

const DAY = 24 * 3600_000
export const MINUTES_OF_DAY = 24 * 60
export const MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY

/** @param date midnight of the date in UTC, as unix milliseconds @returns a union without overlaps, in order */
export function windowsOf({ weekly, exceptions }: Schedule, date: number): Window[] {
  const exception = exceptionOn(exceptions, new Date(date).toISOString().slice(0, 10))
  if (exception) return union(exception.windows)
  // 1 January 1970 was a Thursday; weeks begin on Monday.
  const weekday = (((Math.floor(date / DAY) + 3) % 7) + 7) % 7
  const midnight = weekday * MINUTES_OF_DAY
  return union(
    weekly.map(({ start, end }) => ({
      start: Math.max(start - midnight, 0),
      end: Math.min(end - midnight, MINUTES_OF_DAY),
    })),
  )
}

/** An exception for this very date before a yearly one, and the newer one of two. */
function exceptionOn(exceptions: Exception[], date: string): Exception | undefined {
  return (
    exceptions.findLast((one) => !one.everyYear && one.date === date) ??
    exceptions.findLast((one) => one.everyYear && one.date.slice(5) === date.slice(5))
  )
}

/** Joins windows that overlap or touch, and leaves out empty ones. */
export function union(windows: Window[]): Window[] {
  const joined: Window[] = []
  for (const { start, end } of windows.filter((one) => one.start < one.end).toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

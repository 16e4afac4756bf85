/**
 * Business time: the seconds in which a schedule of office hours is open.
 *
 * An instant is open if its local wall clock lies in a window of its local date, ends excluded. Seconds are real
 * seconds, so a window from 01:00 to 05:00 has three hours on the day on which summer time begins.
 *
 *   businessSeconds(schedule, from, to)   open seconds between two instants
 *   dueTime(schedule, from, seconds)      the earliest instant by which so many open seconds have passed
 */
import { offsetsBetween } from './offsets.ts'
import { windowsOf, type Schedule, type Window } from './windows.ts'

const DAY = 24 * 3600_000
const MINUTE = 60_000
/** No zone is further than this from UTC. */
const FURTHEST = 15 * 3600_000
const YEARS_SEARCHED = 20

/** @returns 0 if `from` is not before `to` */
export function businessSeconds(schedule: Schedule, from: Date, to: Date): number {
  let total = 0
  for (const { start, end } of openSpans(schedule, from.getTime(), to.getTime())) total += end - start
  return Math.round(total / 1000)
}

/** @returns null if the schedule is not open for so long within 20 years */
export function dueTime(schedule: Schedule, from: Date, seconds: number): Date | null {
  if (seconds <= 0) return from
  let left = seconds * 1000
  for (const { start, end } of openSpans(schedule, from.getTime(), from.getTime() + YEARS_SEARCHED * 366 * DAY)) {
    if (end - start >= left) return new Date(start + left)
    left -= end - start
  }
  return null
}

interface Span {
  /** Unix milliseconds. */
  start: number
  end: number
}

/** Open spans between two instants, in order. */
function* openSpans(schedule: Schedule, from: number, to: number): Generator<Span> {
  if (from >= to) return
  // A local date may begin before its date in UTC, or after it.
  for (let date = startOfDate(from - FURTHEST); date <= to + FURTHEST; date += DAY) {
    const windows = windowsOf(schedule, date)
    if (windows.length === 0) continue
    for (const span of spansOfDate(schedule.timeZone, date, windows)) {
      const [start, end] = [Math.max(span.start, from), Math.min(span.end, to)]
      if (start < end) yield { start, end }
    }
  }
}

const startOfDate = (ms: number) => Math.floor(ms / DAY) * DAY

/** The windows of a local date as instants: each offset that the zone has around that date counts while it holds. */
function spansOfDate(timeZone: string, date: number, windows: Window[]): Span[] {
  return offsetsBetween(timeZone, date - FURTHEST, date + DAY + FURTHEST).flatMap(({ offset, start, end }) =>
    windows.flatMap((window) => {
      const span = {
        start: Math.max(date + window.start * MINUTE - offset, start),
        end: Math.min(date + window.end * MINUTE - offset, end),
      }
      return span.start < span.end ? [span] : []
    }),
  )
}

/** Intervals of office hours: minutes from Monday 00:00 in a schedule, from midnight in an exception. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError, parameterInvalid } from '../../http/errors.ts'
import { described, model } from '../../schema/types.ts'

const GRID = 15
const MOST = 100

export const Interval = model('office_hours_time_interval', {
  start_minute: Type.Integer({ description: 'The minute in which it begins.' }),
  end_minute: Type.Integer({ description: 'The minute in which it ends, excluded.' }),
  day_of_week: Type.Integer({ description: 'The day on which it begins: 0 is Monday.' }),
})

export interface StoredInterval {
  start_minute: number
  end_minute: number
}

export const IntervalsInput = Type.Array(
  Type.Object({
    start_minute: described(
      Type.Integer(),
      'The minute in which it begins, from Monday 00:00 in a schedule, from midnight in an exception.',
    ),
    end_minute: described(
      Type.Integer(),
      'The minute in which it ends, excluded; after its beginning, and within the week or the date.',
    ),
    day_of_week: Type.Optional(
      Type.Unknown({ description: 'Refused from 2.17 on, ignored before: it follows from `start_minute`.' }),
    ),
  }),
  { maxItems: MOST, description: `Open intervals on a grid of ${GRID} minutes. Overlapping ones are joined.` },
)

/**
 * Intervals that overlap become one; touching ones stay apart.
 * @param most the minutes of the week, or of the day
 * @returns the intervals in the order of their minutes
 * @throws 400 where a day_of_week is sent, 422 for an interval that cannot be
 */
export function readIntervals(ctx: Ctx, given: Static<typeof IntervalsInput>, most: number): StoredInterval[] {
  const refusesDay = ctx.has('RefuseDayOfWeek')
  const intervals = given.map(({ start_minute, end_minute, day_of_week }) => {
    if (refusesDay && day_of_week !== undefined) throw parameterInvalid('day_of_week cannot be set', 'time_intervals')
    const isWhole = start_minute === 0 && end_minute === most - 1
    if (start_minute < 0 || end_minute > most || end_minute <= start_minute)
      throw invalid(`time_intervals must end after they start, within 0 and ${most}`)
    if (!isWhole && (start_minute % GRID !== 0 || end_minute % GRID !== 0))
      throw invalid(`time_intervals must be on a ${GRID}-minute boundary`)
    // The last minute of the week is what others write for its end.
    return { start_minute, end_minute: isWhole ? most : end_minute }
  })
  return withoutOverlaps(intervals)
}

function withoutOverlaps(intervals: StoredInterval[]): StoredInterval[] {
  const apart: StoredInterval[] = []
  for (const next of intervals.toSorted((a, b) => a.start_minute - b.start_minute)) {
    const last = apart.at(-1)
    if (last && next.start_minute < last.end_minute) last.end_minute = Math.max(last.end_minute, next.end_minute)
    else apart.push(next)
  }
  return apart
}

const invalid = (message: string) => apiError(422, 'parameter_invalid', message, 'time_intervals')

export const presentIntervals = (
  stored: StoredInterval[],
  dayOf: (start: number) => number,
): Static<typeof Interval>[] =>
  stored.map(({ start_minute, end_minute }) => ({ start_minute, end_minute, day_of_week: dayOf(start_minute) }))

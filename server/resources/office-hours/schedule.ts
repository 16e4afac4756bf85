/** The office hours schedule on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { OfficeHoursSchedulesRow } from '../../db/types/office_hours_schedules.ts'
import { MINUTES_OF_DAY, MINUTES_OF_WEEK, union } from '../../hours/windows.ts'
import { CreatedAt, IdOf, model, UpdatedAt } from '../../schema/types.ts'
import { Interval, presentIntervals, type StoredInterval } from './intervals.ts'

export const OfficeHoursSchedule = model('office_hours_schedule', {
  type: Type.Literal('office_hours_schedule'),
  id: IdOf('schedule'),
  name: Type.String({ description: 'The name, unique in the workspace.' }),
  time_zone_name: Type.String({ description: 'The IANA time zone in which the intervals are read.' }),
  time_intervals: Type.Array(Interval, { description: 'Open intervals of a week, in minutes from Monday 00:00.' }),
  twenty_four_seven: Type.Boolean({ description: 'True if the intervals cover the whole week.' }),
  created_at: CreatedAt('schedule'),
  updated_at: UpdatedAt('schedule'),
})

export const presentSchedule = (row: OfficeHoursSchedulesRow): Static<typeof OfficeHoursSchedule> => {
  const intervals = row.intervals as StoredInterval[]
  return {
    type: 'office_hours_schedule',
    id: String(row.id),
    name: row.name,
    time_zone_name: row.time_zone,
    time_intervals: presentIntervals(intervals, (start) => Math.floor(start / MINUTES_OF_DAY)),
    twenty_four_seven: isAlwaysOpen(intervals),
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
  }
}

function isAlwaysOpen(intervals: StoredInterval[]): boolean {
  const [first] = union(intervals.map(({ start_minute: start, end_minute: end }) => ({ start, end })))
  return first?.start === 0 && first.end === MINUTES_OF_WEEK
}

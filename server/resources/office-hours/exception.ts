/** The exception of an office hours schedule on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { CreatedAt, described, IdOf, model, Nullable, UpdatedAt } from '../../schema/types.ts'
import type { ExceptionRow } from './exception-queries.ts'
import { Interval, presentIntervals, type StoredInterval } from './intervals.ts'

export const OfficeHoursException = model('office_hours_exception', {
  type: Type.Literal('office_hours_exception'),
  id: IdOf('exception'),
  office_hours_schedule_id: Type.String({ description: 'The id of its schedule.' }),
  exception_date: Type.String({ description: 'Its date as `YYYY-MM-DD`.' }),
  exception_type: described(
    Type.Enum(['closed', 'custom_hours']),
    '`closed`, or `custom_hours` if intervals take the place of the regular ones.',
  ),
  name: described(Nullable(Type.String()), 'The name, such as that of a holiday; null for none.'),
  time_intervals: Nullable(
    Type.Array(Interval, {
      description: 'Open intervals of the date, in minutes from midnight; null if it is closed.',
    }),
  ),
  recurring_annually: Type.Boolean({ description: 'True if it holds on this date of every year.' }),
  created_at: CreatedAt('exception'),
  updated_at: UpdatedAt('exception'),
})

export const presentException = (row: ExceptionRow): Static<typeof OfficeHoursException> => {
  const weekday = (new Date(`${row.date}T00:00Z`).getUTCDay() + 6) % 7
  return {
    type: 'office_hours_exception',
    id: String(row.id),
    office_hours_schedule_id: String(row.schedule_id),
    exception_date: row.date,
    exception_type: row.intervals === null ? 'closed' : 'custom_hours',
    name: row.name,
    time_intervals: row.intervals === null ? null : presentIntervals(row.intervals as StoredInterval[], () => weekday),
    recurring_annually: row.recurring_annually,
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
  }
}

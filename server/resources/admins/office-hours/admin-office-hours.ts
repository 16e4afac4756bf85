/** The office hours of an admin on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described, IdOf, model, Nullable } from '../../../schema/types.ts'
import type { AdminHoursRow } from './queries.ts'

export const AdminOfficeHours = model('admin_office_hours', {
  type: Type.Literal('admin_office_hours'),
  admin_id: IdOf('admin'),
  office_hours_schedule_id: described(
    Nullable(Type.String()),
    "The id of the admin's own schedule; null if the default schedule holds.",
  ),
})

export const presentAdminHours = ({
  id,
  office_hours_schedule_id: schedule,
}: AdminHoursRow): Static<typeof AdminOfficeHours> => ({
  type: 'admin_office_hours',
  admin_id: String(id),
  office_hours_schedule_id: schedule === null ? null : String(schedule),
})

import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { ChosenSchedule, readChosen } from '../../office-hours/chosen.ts'
import { AdminOfficeHours, presentAdminHours } from './admin-office-hours.ts'
import { getAdminHours, updateAdminHours } from './queries.ts'

export const setAdminOfficeHours = operation({
  method: 'PUT',
  path: '/admins/{admin_id}/office_hours',
  group: 'Admins',
  scopes: ['read_write_office_hours'],
  summary: 'Set the office hours of an admin',
  inferred: 'the codes of errors',
  params: Type.Object({ admin_id: Type.String() }),
  body: described(Type.Object({ office_hours_schedule_id: ChosenSchedule }), 'The schedule of the admin.'),
  reply: AdminOfficeHours,
  answer: "The admin's new schedule.",
  handle: async ({ db, workspaceId }, { params, body }) => {
    await lockWorkspace(db, workspaceId)
    const { id } = await getAdminHours(db, workspaceId, params.admin_id)
    const schedule = await readChosen(db, workspaceId, body.office_hours_schedule_id)
    return presentAdminHours(await updateAdminHours(db, workspaceId, id, schedule?.id ?? null))
  },
})

import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { deleteException, getException } from './exception-queries.ts'
import { keepHoursInForce } from './in-force-queries.ts'
import { presentException } from './exception.ts'
import { logOfficeHours } from './log-change.ts'
import { getSchedule } from './queries.ts'
import { DeletedObject, presentDeletedObject } from '../../schema/deleted.ts'

export const deleteOfficeHoursException = operation({
  method: 'DELETE',
  path: '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{office_hours_exception_id}',
  group: 'Office Hours',
  summary: 'Delete an office hours exception',
  description: 'Its date has the regular hours again.',
  params: Type.Object({ office_hours_schedule_id: Type.String(), office_hours_exception_id: Type.String() }),
  reply: DeletedObject('office_hours_exception'),
  answer: 'The id of the deleted exception.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const schedule = await getSchedule(db, workspaceId, params.office_hours_schedule_id)
    const row = await getException(db, workspaceId, schedule.id, params.office_hours_exception_id)
    await deleteException(db, workspaceId, row.id)
    await keepHoursInForce(db, workspaceId, ctx.now)
    await logOfficeHours(ctx, schedule, presentException(row), null)
    return presentDeletedObject('office_hours_exception', row.id)
  },
})

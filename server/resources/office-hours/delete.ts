import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { keepHoursInForce } from './in-force-queries.ts'
import { logOfficeHours } from './log-change.ts'
import { deleteSchedule, getSchedule } from './queries.ts'
import { presentSchedule } from './schedule.ts'
import { DeletedObject, presentDeletedObject } from '../../schema/deleted.ts'

export const deleteOfficeHoursSchedule = operation({
  method: 'DELETE',
  path: '/office_hours_schedules/{office_hours_schedule_id}',
  group: 'Office Hours',
  summary: 'Delete an office hours schedule',
  description: 'Its exceptions go with it. Teams and teammates that had it use the default schedule.',
  params: Type.Object({ office_hours_schedule_id: Type.String() }),
  reply: DeletedObject('office_hours_schedule'),
  answer: 'The id of the deleted schedule.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const row = await getSchedule(db, workspaceId, params.office_hours_schedule_id)
    await deleteSchedule(db, workspaceId, row.id)
    await keepHoursInForce(db, workspaceId, ctx.now)
    await logOfficeHours(ctx, row, presentSchedule(row), null)
    return presentDeletedObject('office_hours_schedule', row.id)
  },
})

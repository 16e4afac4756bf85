import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getSchedule } from './queries.ts'
import { OfficeHoursSchedule, presentSchedule } from './schedule.ts'

export const getOfficeHoursSchedule = operation({
  method: 'GET',
  path: '/office_hours_schedules/{office_hours_schedule_id}',
  group: 'Office Hours',
  summary: 'Retrieve an office hours schedule',
  params: Type.Object({ office_hours_schedule_id: Type.String() }),
  reply: OfficeHoursSchedule,
  answer: 'The schedule.',
  handle: async (ctx, { params }) =>
    presentSchedule(await getSchedule(ctx.db, ctx.workspaceId, params.office_hours_schedule_id)),
})

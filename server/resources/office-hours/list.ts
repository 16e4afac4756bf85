import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { listSchedules } from './queries.ts'
import { OfficeHoursSchedule, presentSchedule } from './schedule.ts'

export const listOfficeHoursSchedules = operation({
  method: 'GET',
  path: '/office_hours_schedules',
  group: 'Office Hours',
  summary: 'List all office hours schedules',
  description:
    'The oldest first; it is the default of the workspace. Without any schedule the workspace is always open.',
  reply: Type.Object({
    type: Type.Literal('office_hours_schedule.list'),
    data: described(Type.Array(OfficeHoursSchedule), 'All schedules.'),
  }),
  answer: 'All schedules.',
  handle: async (ctx) => ({
    type: 'office_hours_schedule.list' as const,
    data: (await listSchedules(ctx.db, ctx.workspaceId)).map(presentSchedule),
  }),
})

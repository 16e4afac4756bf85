import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { listExceptions } from './exception-queries.ts'
import { OfficeHoursException, presentException } from './exception.ts'
import { getSchedule } from './queries.ts'

export const listOfficeHoursExceptions = operation({
  method: 'GET',
  path: '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions',
  group: 'Office Hours',
  summary: 'List all office hours exceptions',
  description: 'All exceptions of a schedule, in the order in which they were made.',
  params: Type.Object({ office_hours_schedule_id: Type.String() }),
  reply: Type.Object({
    type: Type.Literal('office_hours_exception.list'),
    data: described(Type.Array(OfficeHoursException), 'All exceptions of the schedule.'),
  }),
  answer: 'All exceptions of the schedule.',
  handle: async (ctx, { params }) => {
    const { id } = await getSchedule(ctx.db, ctx.workspaceId, params.office_hours_schedule_id)
    const rows = await listExceptions(ctx.db, ctx.workspaceId, id)
    return { type: 'office_hours_exception.list' as const, data: rows.map(presentException) }
  },
})

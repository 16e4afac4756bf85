import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getException } from './exception-queries.ts'
import { OfficeHoursException, presentException } from './exception.ts'
import { getSchedule } from './queries.ts'

export const getOfficeHoursException = operation({
  method: 'GET',
  path: '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{office_hours_exception_id}',
  group: 'Office Hours',
  summary: 'Retrieve an office hours exception',
  params: Type.Object({ office_hours_schedule_id: Type.String(), office_hours_exception_id: Type.String() }),
  reply: OfficeHoursException,
  answer: 'The exception.',
  handle: async (ctx, { params }) => {
    const { id } = await getSchedule(ctx.db, ctx.workspaceId, params.office_hours_schedule_id)
    return presentException(await getException(ctx.db, ctx.workspaceId, id, params.office_hours_exception_id))
  },
})

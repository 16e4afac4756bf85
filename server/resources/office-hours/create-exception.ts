import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { columnsOf, NewException } from './exception-details.ts'
import { insertException, listExceptions, refuseTakenDate } from './exception-queries.ts'
import { OfficeHoursException, presentException } from './exception.ts'
import { logOfficeHours } from './log-change.ts'
import { keepHoursInForce } from './in-force-queries.ts'
import { getSchedule } from './queries.ts'

const MOST_EXCEPTIONS = 1000

export const createOfficeHoursException = operation({
  method: 'POST',
  path: '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions',
  group: 'Office Hours',
  summary: 'Create an office hours exception',
  description: 'On its date the schedule is closed, or has the given intervals in place of its own.',
  params: Type.Object({ office_hours_schedule_id: Type.String() }),
  body: NewException,
  reply: OfficeHoursException,
  answer: 'The new exception.',
  refusals: { 422: 'A value is invalid, the date has an exception, or there are too many exceptions.' },
  status: 201,
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const schedule = await getSchedule(db, workspaceId, params.office_hours_schedule_id)
    const { id } = schedule
    const columns = columnsOf(ctx, body)
    await refuseTakenDate(db, workspaceId, id, columns.date)
    if ((await listExceptions(db, workspaceId, id)).length >= MOST_EXCEPTIONS)
      throw apiError(422, 'parameter_invalid', `A schedule can have at most ${MOST_EXCEPTIONS} exceptions`)
    const made = presentException(await insertException(db, workspaceId, id, columns, ctx.now))
    await keepHoursInForce(db, workspaceId, ctx.now)
    await logOfficeHours(ctx, schedule, null, made)
    return made
  },
})

import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { columnsOf, exceptionDetails } from './exception-details.ts'
import { getException, refuseTakenDate, updateException } from './exception-queries.ts'
import { OfficeHoursException, presentException } from './exception.ts'
import { keepHoursInForce } from './in-force-queries.ts'
import type { StoredInterval } from './intervals.ts'
import { logOfficeHours } from './log-change.ts'
import { getSchedule } from './queries.ts'

export const updateOfficeHoursException = operation({
  method: 'PUT',
  path: '/office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions/{office_hours_exception_id}',
  group: 'Office Hours',
  summary: 'Update an office hours exception',
  description: 'Missing properties stay as they are.',
  params: Type.Object({ office_hours_schedule_id: Type.String(), office_hours_exception_id: Type.String() }),
  body: described(Type.Object(exceptionDetails), 'The details to change.'),
  reply: OfficeHoursException,
  answer: 'The exception with its new details.',
  refusals: { 422: 'A value is invalid, or the date has another exception.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const schedule = await getSchedule(db, workspaceId, params.office_hours_schedule_id)
    const row = await getException(db, workspaceId, schedule.id, params.office_hours_exception_id)
    const columns = columnsOf(ctx, body, { ...row, intervals: row.intervals as StoredInterval[] | null })
    await refuseTakenDate(db, workspaceId, schedule.id, columns.date, row.id)
    const after = presentException(await updateException(db, workspaceId, row.id, columns, ctx.now))
    await keepHoursInForce(db, workspaceId, ctx.now)
    await logOfficeHours(ctx, schedule, presentException(row), after)
    return after
  },
})

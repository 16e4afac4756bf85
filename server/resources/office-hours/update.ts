import Type from 'typebox'
import { MINUTES_OF_WEEK } from '../../hours/windows.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { readText } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described, Text } from '../../schema/types.ts'
import { readTimeZone } from '../workspace/settings/time-zone.ts'
import { keepHoursInForce } from './in-force-queries.ts'
import { IntervalsInput, readIntervals, type StoredInterval } from './intervals.ts'
import { logOfficeHours } from './log-change.ts'
import { getSchedule, refuseTakenName, updateSchedule } from './queries.ts'
import { OfficeHoursSchedule, presentSchedule } from './schedule.ts'

export const updateOfficeHoursSchedule = operation({
  method: 'PUT',
  path: '/office_hours_schedules/{office_hours_schedule_id}',
  group: 'Office Hours',
  summary: 'Update an office hours schedule',
  description: 'Missing properties stay as they are; given intervals replace all.',
  params: Type.Object({ office_hours_schedule_id: Type.String() }),
  body: described(
    Type.Object({
      name: described(Type.Optional(Text()), 'The name, unique in the workspace.'),
      time_zone_name: described(Type.Optional(Text()), 'An IANA time zone, such as `Europe/Dublin`.'),
      time_intervals: Type.Optional(IntervalsInput),
    }),
    'The details to change.',
  ),
  reply: OfficeHoursSchedule,
  answer: 'The schedule with its new details.',
  refusals: { 422: 'A value is invalid, or the name is taken.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const row = await getSchedule(db, workspaceId, params.office_hours_schedule_id)
    const columns = {
      name: body.name === undefined ? row.name : readText('name', body.name),
      time_zone:
        body.time_zone_name === undefined ? row.time_zone : readTimeZone('time_zone_name', body.time_zone_name),
      intervals:
        body.time_intervals === undefined
          ? (row.intervals as StoredInterval[])
          : readIntervals(ctx, body.time_intervals, MINUTES_OF_WEEK),
    }
    await refuseTakenName(db, workspaceId, columns.name, row.id)
    const after = presentSchedule(await updateSchedule(db, workspaceId, row.id, columns, ctx.now))
    await keepHoursInForce(db, workspaceId, ctx.now)
    await logOfficeHours(ctx, after, presentSchedule(row), after)
    return after
  },
})

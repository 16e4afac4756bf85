import Type from 'typebox'
import { MINUTES_OF_WEEK } from '../../hours/windows.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { apiError } from '../../http/errors.ts'
import { readText } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described, Text } from '../../schema/types.ts'
import { readTimeZone } from '../workspace/settings/time-zone.ts'
import { keepHoursInForce } from './in-force-queries.ts'
import { IntervalsInput, readIntervals } from './intervals.ts'
import { logOfficeHours } from './log-change.ts'
import { insertSchedule, listSchedules, refuseTakenName } from './queries.ts'
import { OfficeHoursSchedule, presentSchedule } from './schedule.ts'

const MOST_SCHEDULES = 100

export const createOfficeHoursSchedule = operation({
  method: 'POST',
  path: '/office_hours_schedules',
  group: 'Office Hours',
  summary: 'Create an office hours schedule',
  description: "Without `time_zone_name` it is in the workspace's time zone. The oldest schedule is the default one.",
  body: described(
    Type.Object({
      name: described(Text(), 'The name, unique in the workspace.'),
      time_zone_name: described(Type.Optional(Text()), 'An IANA time zone, such as `Europe/Dublin`.'),
      time_intervals: IntervalsInput,
    }),
    'The new schedule.',
  ),
  reply: OfficeHoursSchedule,
  answer: 'The new schedule.',
  refusals: { 422: 'A value is invalid, the name is taken, or there are too many schedules.' },
  status: 201,
  handle: async (ctx, { body }) => {
    const { db, workspaceId } = ctx
    const columns = {
      name: readText('name', body.name),
      time_zone:
        body.time_zone_name === undefined
          ? ctx.workspace.time_zone
          : readTimeZone('time_zone_name', body.time_zone_name),
      intervals: readIntervals(ctx, body.time_intervals, MINUTES_OF_WEEK),
    }
    await lockWorkspace(db, workspaceId)
    await refuseTakenName(db, workspaceId, columns.name)
    if ((await listSchedules(db, workspaceId)).length >= MOST_SCHEDULES)
      throw apiError(422, 'parameter_invalid', `A workspace can have at most ${MOST_SCHEDULES} schedules`)
    const made = presentSchedule(await insertSchedule(db, workspaceId, columns, ctx.now))
    await keepHoursInForce(db, workspaceId, ctx.now)
    await logOfficeHours(ctx, made, null, made)
    return made
  },
})

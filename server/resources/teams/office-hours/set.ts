import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { ChosenSchedule, readChosen } from '../../office-hours/chosen.ts'
import { keepHoursInForce } from '../../office-hours/in-force-queries.ts'
import { OfficeHoursSchedule } from '../../office-hours/schedule.ts'
import { getTeam } from '../queries.ts'
import { hoursOfTeam } from './hours-of-team.ts'
import { updateTeamHours } from './queries.ts'

export const setTeamOfficeHours = operation({
  method: 'PUT',
  path: '/teams/{team_id}/office_hours',
  group: 'Teams',
  scopes: ['read_write_office_hours'],
  summary: 'Set the office hours of a team',
  description: 'Without a schedule of its own the team has the default one; 404 if the workspace has none.',
  inferred: 'the default schedule, and the codes of errors',
  params: Type.Object({ team_id: Type.String() }),
  body: described(Type.Object({ office_hours_schedule_id: ChosenSchedule }), 'The schedule of the team.'),
  reply: OfficeHoursSchedule,
  answer: 'The schedule that holds for the team from now on.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const team = await getTeam(db, workspaceId, params.team_id)
    const schedule = await readChosen(db, workspaceId, body.office_hours_schedule_id)
    await updateTeamHours(db, workspaceId, team.id, schedule?.id ?? null)
    await keepHoursInForce(db, workspaceId, ctx.now)
    return hoursOfTeam(ctx, schedule?.id ?? null)
  },
})

import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { OfficeHoursSchedule } from '../../office-hours/schedule.ts'
import { getTeam } from '../queries.ts'
import { hoursOfTeam } from './hours-of-team.ts'

export const getTeamOfficeHours = operation({
  method: 'GET',
  path: '/teams/{team_id}/office_hours',
  group: 'Teams',
  scopes: ['read_all', 'read_write_office_hours'],
  summary: 'Retrieve the office hours of a team',
  description: "The team's own schedule, else the default one, which is the oldest.",
  inferred: 'the default schedule, and the codes of errors',
  params: Type.Object({ team_id: Type.String() }),
  reply: OfficeHoursSchedule,
  answer: 'The schedule that holds for the team.',
  handle: async (ctx, { params }) => {
    const team = await getTeam(ctx.db, ctx.workspaceId, params.team_id)
    return hoursOfTeam(ctx, team.office_hours_schedule_id)
  },
})

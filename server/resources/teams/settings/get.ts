import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import * as teams from '../queries.ts'
import { presentTeamSettings, TeamSettings } from './team.ts'

export const getTeam = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/teams/{team_id}',
  group: 'Teams',
  summary: 'Retrieve a team',
  params: Type.Object({ team_id: Type.String() }),
  reply: TeamSettings,
  answer: 'The team.',
  handle: async (ctx, { params }) => presentTeamSettings(await teams.getTeam(ctx.db, ctx.workspaceId, params.team_id)),
})

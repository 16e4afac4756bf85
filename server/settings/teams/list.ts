import { operation } from '../../http/operation.ts'
import { list } from '../../http/schemas.ts'
import * as teams from '../../resources/teams/queries.ts'
import { presentTeamSettings, TeamSettings } from './team.ts'

export const listTeams = operation({
  method: 'GET',
  path: '/parley/teams',
  group: 'Teams',
  summary: 'List all teams',
  description: 'In the order in which they were made.',
  reply: list(TeamSettings),
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await teams.listTeams(ctx.db, ctx.workspaceId)).map(presentTeamSettings),
  }),
})

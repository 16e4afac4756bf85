import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import * as teams from '../queries.ts'
import { presentTeamSettings, TeamSettings } from './team.ts'

export const listTeams = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/teams',
  group: 'Teams',
  summary: 'List all teams',
  description: 'In the order in which they were made.',
  reply: list(TeamSettings),
  answer: 'All teams.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await teams.listTeams(ctx.db, ctx.workspaceId)).map(presentTeamSettings),
  }),
})

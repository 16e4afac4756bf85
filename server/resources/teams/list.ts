import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import * as queries from './queries.ts'
import { presentTeam, Team } from './team.ts'
import { described } from '../../schema/types.ts'

export const listTeams = operation({
  method: 'GET',
  path: '/teams',
  group: 'Teams',
  summary: 'List all teams',
  description: 'In the order in which they were made.',
  reply: Type.Object({ type: Type.Literal('team.list'), teams: described(Type.Array(Team), 'All teams.') }),
  answer: 'All teams.',
  handle: async (ctx) => ({
    type: 'team.list' as const,
    teams: (await queries.listTeams(ctx.db, ctx.workspaceId)).map(presentTeam),
  }),
})

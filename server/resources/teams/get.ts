import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import * as queries from './queries.ts'
import { presentTeam, Team } from './team.ts'

export const getTeam = operation({
  method: 'GET',
  path: '/teams/{team_id}',
  group: 'Teams',
  summary: 'Retrieve a team',
  params: Type.Object({ team_id: Type.String() }),
  reply: Team,
  answer: 'The team.',
  handle: async (ctx, { params }) => presentTeam(await queries.getTeam(ctx.db, ctx.workspaceId, params.team_id)),
})

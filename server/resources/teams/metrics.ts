import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, model } from '../../schema/types.ts'
import { listTeamMetrics } from './metrics-queries.ts'
import { getTeam } from './queries.ts'

const TeamMetric = model('team_metric', {
  type: Type.Literal('team_metric'),
  admin_id: Type.String({ description: 'The id of a member of the team.' }),
  open: Type.Integer({ description: 'Open conversations that are assigned to the member.' }),
  idle: Type.Integer({ description: 'Open ones whose customer has waited for longer than `idle_threshold`.' }),
  snoozed: Type.Integer({ description: 'Snoozed conversations that are assigned to the member.' }),
})

const USUAL_THRESHOLD = 1800
const DAY = 86_400

export const getTeamMetrics = operation({
  method: 'GET',
  path: '/teams/{team_id}/metrics',
  group: 'Teams',
  summary: 'Retrieve team metrics',
  description: 'The present conversations of each member of a team.',
  params: Type.Object({ team_id: Type.String() }),
  query: Type.Object({
    idle_threshold: Type.Optional(
      Type.Integer({ description: `Seconds, from 1 to ${DAY}; others are brought into this range. 1800 by default.` }),
    ),
  }),
  reply: Type.Object({
    type: Type.Literal('team_metric.list'),
    data: described(Type.Array(TeamMetric), 'One entry for each member, in the order of their ids.'),
  }),
  answer: 'The metrics of all members of the team.',
  handle: async (ctx, { params, query }) => {
    const team = await getTeam(ctx.db, ctx.workspaceId, params.team_id)
    const threshold = Math.min(Math.max(query.idle_threshold ?? USUAL_THRESHOLD, 1), DAY)
    const idleSince = new Date(ctx.now.getTime() - threshold * 1000)
    const ids = team.members.map(({ admin_id }) => admin_id)
    const rows = await listTeamMetrics(ctx.db, ctx.workspaceId, ids, idleSince)
    return {
      type: 'team_metric.list' as const,
      data: rows.map(({ admin_id, ...counts }) => ({
        type: 'team_metric' as const,
        admin_id: String(admin_id),
        ...counts,
      })),
    }
  },
})

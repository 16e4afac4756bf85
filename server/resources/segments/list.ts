import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { countMembers, loadMembership } from './membership.ts'
import * as queries from './queries.ts'
import { CountQuery, presentSegment, Segment } from './segment.ts'
import { described } from '../../schema/types.ts'

export const listSegments = operation({
  method: 'GET',
  path: '/segments',
  group: 'Segments',
  summary: 'List all segments',
  description: 'Segments of people by name; with `include_count` also the number of their contacts.',
  query: CountQuery,
  reply: Type.Object({
    type: Type.Literal('segment.list'),
    segments: described(Type.Array(Segment), 'All of them, by name.'),
  }),
  answer: 'The segments.',
  handle: async (ctx, { query }) => {
    const rows = await queries.listSegments(ctx.db, ctx.workspaceId)
    const counts = query.include_count
      ? await countMembers(ctx.db, ctx.workspaceId, await loadMembership(ctx, rows))
      : undefined
    return {
      type: 'segment.list' as const,
      segments: rows.map((row) => presentSegment(row, counts?.get(row.id))),
    }
  },
})

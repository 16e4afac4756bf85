import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { countSegments } from './counts.ts'
import * as queries from './queries.ts'
import { CountQuery, presentSegment, Segment } from './segment.ts'

export const getSegment = operation({
  method: 'GET',
  path: '/segments/{segment_id}',
  group: 'Segments',
  summary: 'Retrieve a segment',
  description: 'A segment of people or of companies; with `include_count` also the number of its members.',
  params: Type.Object({ segment_id: Type.String() }),
  query: CountQuery,
  reply: Segment,
  answer: 'The segment.',
  handle: async (ctx, { params, query }) => {
    const row = await queries.getSegment(ctx.db, ctx.workspaceId, params.segment_id)
    if (!query.include_count) return presentSegment(row)
    return presentSegment(row, (await countSegments(ctx, [row])).get(row.id))
  },
})

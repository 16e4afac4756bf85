import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { CountQuery } from '../segment.ts'
import { countSegments } from '../counts.ts'
import * as queries from './queries.ts'
import { presentSegmentSettings, SegmentSettings } from './segment.ts'

export const getSegment = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/segments/{segment_id}',
  group: 'Segments',
  summary: 'Retrieve a segment',
  params: Type.Object({ segment_id: Type.String() }),
  query: CountQuery,
  reply: SegmentSettings,
  answer: 'The segment.',
  handle: async (ctx, { params, query }) => {
    const row = await queries.getSegment(ctx.db, ctx.workspaceId, params.segment_id)
    const counts = query.include_count ? await countSegments(ctx, [row]) : undefined
    return presentSegmentSettings(row, counts?.get(row.id))
  },
})

import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { CountQuery } from '../segment.ts'
import { countSegments } from '../counts.ts'
import * as queries from './queries.ts'
import { presentSegmentSettings, SegmentSettings } from './segment.ts'

export const listSegments = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/segments',
  group: 'Segments',
  summary: 'List all segments',
  description:
    'Segments of people and of companies, oldest first; with `include_count` also the number of their members.',
  query: CountQuery,
  reply: list(SegmentSettings),
  answer: 'All segments.',
  handle: async (ctx, { query }) => {
    const rows = await queries.listSegments(ctx.db, ctx.workspaceId)
    const counts = query.include_count ? await countSegments(ctx, rows) : undefined
    return { type: 'list' as const, data: rows.map((row) => presentSegmentSettings(row, counts?.get(row.id))) }
  },
})

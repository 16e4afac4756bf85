import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { countSegments } from './counts.ts'
import * as queries from './queries.ts'
import { CountQuery, presentSegment, Segment } from './segment.ts'

export const listSegments = operation({
  method: 'GET',
  path: '/segments',
  group: 'Segments',
  summary: 'List all segments',
  description:
    'Those of people, or with `type=company` those of companies, by name; with `include_count` also how many are in each.',
  query: Type.Object({
    ...CountQuery.properties,
    type: Type.Optional(
      Type.String({ description: '`company` for the segments of companies alone; those of people otherwise.' }),
    ),
  }),
  reply: Type.Object({ type: Type.Literal('segment.list'), segments: Type.Array(Segment) }),
  handle: async (ctx, { query }) => {
    const rows = await queries.listSegments(ctx.db, ctx.workspaceId, query.type === 'company' ? 'companies' : 'people')
    const counts = query.include_count ? await countSegments(ctx, rows) : undefined
    return {
      type: 'segment.list' as const,
      segments: rows.map((row) => presentSegment(row, counts?.get(row.id))),
    }
  },
})

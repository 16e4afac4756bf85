import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { countSegments } from './counts.ts'
import * as queries from './queries.ts'
import { CountQuery, presentSegment, Segment } from './segment.ts'
import { described } from '../../schema/types.ts'

export const listSegments = operation({
  method: 'GET',
  path: '/segments',
  group: 'Segments',
  summary: 'List all segments',
  description:
    'Segments of people, or with `type=company` segments of companies, by name; with `include_count` also the number of their members.',
  query: Type.Object({
    ...CountQuery.properties,
    type: Type.Optional(
      Type.String({
        description: '`company` for the segments of companies alone; anything else for segments of people.',
      }),
    ),
  }),
  reply: Type.Object({
    type: Type.Literal('segment.list'),
    segments: described(Type.Array(Segment), 'All of them, by name.'),
  }),
  answer: 'The segments.',
  handle: async (ctx, { query }) => {
    const rows = await queries.listSegments(ctx.db, ctx.workspaceId, query.type === 'company' ? 'companies' : 'people')
    const counts = query.include_count ? await countSegments(ctx, rows) : undefined
    return {
      type: 'segment.list' as const,
      segments: rows.map((row) => presentSegment(row, counts?.get(row.id))),
    }
  },
})

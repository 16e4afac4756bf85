import Type from 'typebox'
import { readCount } from '../../db/counts.ts'
import { operation } from '../../http/operation.ts'
import { NumberedPages, numberedPages, PageQuery } from '../../http/pages.ts'
import { described, model } from '../../schema/types.ts'
import { Call, presentCall } from './call.ts'
import * as queries from './queries.ts'

/** The most calls of a page. */
const MOST = 25

export const listCalls = operation({
  method: 'GET',
  path: '/calls',
  group: 'Calls',
  scopes: ['read_conversations'],
  summary: 'List all calls',
  description: 'Newest first, 25 a page at most.',
  inferred: 'the order, and that a larger page is cut to 25',
  query: PageQuery,
  reply: model('call_list', {
    type: Type.Literal('list'),
    data: described(Type.Array(Call), 'The calls of the page.'),
    total_count: described(Type.Integer(), 'The number of all calls.'),
    pages: described(model('call_pages', NumberedPages.properties), 'The place of the page among all.'),
  }),
  answer: 'A page of calls.',
  handle: async (ctx, { query }) => {
    const { page = 1 } = query
    const perPage = Math.min(query.per_page ?? MOST, MOST)
    const [rows, total] = await Promise.all([
      queries.listCalls(ctx.db, ctx.workspaceId, { limit: perPage, offset: (page - 1) * perPage }),
      readCount(ctx.db, ctx.workspaceId, 'calls'),
    ])
    return {
      type: 'list' as const,
      data: rows.map((row) => presentCall(ctx, row)),
      total_count: total,
      pages: numberedPages(ctx, page, perPage, total),
    }
  },
})

import { ClampedList, clampedPageOf, ClampedQuery, presentClampedPage } from '../../http/clamped-pages.ts'
import { operation } from '../../http/operation.ts'
import { DynamicContent, presentDynamicContent } from './dynamic-content.ts'
import * as queries from './queries.ts'

export const listDynamicContents = operation({
  method: 'GET',
  path: '/dynamic_contents',
  group: 'Dynamic Content',
  scopes: ['read_dynamic_content', 'read_write_dynamic_content'],
  summary: 'List all dynamic contents',
  description: 'Last changed first.',
  query: ClampedQuery,
  reply: ClampedList(DynamicContent),
  answer: 'A page of dynamic contents.',
  handle: async (ctx, { query }) => {
    const page = clampedPageOf(query)
    const { rows, total } = await queries.listDynamicContents(ctx.db, ctx.workspaceId, page)
    return presentClampedPage(
      rows.map((row) => presentDynamicContent(ctx.workspace, row)),
      page,
      total,
    )
  },
})

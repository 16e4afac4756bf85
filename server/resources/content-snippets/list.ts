import { ClampedList, clampedPageOf, ClampedQuery, presentClampedPage } from '../../http/clamped-pages.ts'
import { operation } from '../../http/operation.ts'
import { ContentSnippet, presentContentSnippet } from './content-snippet.ts'
import * as queries from './queries.ts'

export const listContentSnippets = operation({
  method: 'GET',
  path: '/content_snippets',
  group: 'Content Snippets',
  scopes: ['read_content_snippets', 'read_write_content_snippets'],
  summary: 'List all content snippets',
  description: 'Newest first.',
  inferred: 'the order',
  query: ClampedQuery,
  reply: ClampedList(ContentSnippet),
  answer: 'A page of snippets.',
  handle: async (ctx, { query }) => {
    const page = clampedPageOf(query)
    const { rows, total } = await queries.listContentSnippets(ctx.db, ctx.workspaceId, page)
    return presentClampedPage(rows.map(presentContentSnippet), page, total)
  },
})

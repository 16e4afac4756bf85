import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { numberedPages } from '../../http/pages.ts'
import { WidePageQuery, widePageOf } from '../../http/wide-pages.ts'
import { described } from '../../schema/types.ts'
import { InternalArticle, InternalArticlePages, presentInternalArticle } from './internal-article.ts'
import * as queries from './queries.ts'

const PER_PAGE = 25

export const listInternalArticles = operation({
  method: 'GET',
  path: '/internal_articles',
  group: 'Internal Articles',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'List all internal articles',
  description: 'Newest first.',
  inferred: 'the order, page and per_page',
  query: WidePageQuery,
  reply: Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(InternalArticle), 'The articles of the page.'),
    total_count: described(Type.Integer(), 'The number of all articles.'),
    pages: described(InternalArticlePages, 'The place of the page among all.'),
  }),
  answer: 'A page of internal articles.',
  handle: async (ctx, { query }) => {
    const { page, perPage, offset } = widePageOf(query, PER_PAGE)
    const { rows, total } = await queries.listInternalArticles(ctx.db, ctx.workspaceId, { perPage, offset })
    return {
      type: 'list' as const,
      pages: numberedPages(ctx, page, perPage, total),
      total_count: total,
      data: rows.map(presentInternalArticle),
    }
  },
})

import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { Article } from './article.ts'
import { ContentPage, contentPages, contentPageOf, ContentPageQuery } from '../../content/pages.ts'
import { presentArticle } from './present.ts'
import * as queries from './queries.ts'

const PER_PAGE = 25

export const listArticles = operation({
  method: 'GET',
  path: '/articles',
  group: 'Articles',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'List all articles',
  description: 'Last changed first, published ones and drafts, by pages of 25.',
  query: Type.Object({
    ...ContentPageQuery.properties,
    page: described(
      Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
      'The number of the page; the first is 1, and 0 has the same articles.',
    ),
  }),
  reply: ContentPage(Article),
  answer: 'A page of articles.',
  handle: async (ctx, { query }) => {
    const page = contentPageOf(query, PER_PAGE)
    const { rows, total } = await queries.listArticles(ctx.db, ctx.workspaceId, page)
    return {
      type: 'list' as const,
      pages: contentPages(ctx, page, total),
      total_count: total,
      data: rows.map((row) => presentArticle(ctx, row)),
    }
  },
})

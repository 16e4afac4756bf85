import { operation } from '../../http/operation.ts'
import { ContentPage, contentPageOf, ContentPageQuery, contentPages } from '../../content/pages.ts'
import { Collection, presentCollection } from './collection.ts'
import { levelOf } from './level.ts'
import * as queries from './queries.ts'

const PER_PAGE = 20

export const listCollections = operation({
  method: 'GET',
  path: '/help_center/collections',
  group: 'Help Center',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'List all collections',
  description: 'Last changed first, by pages of 20.',
  query: ContentPageQuery,
  reply: ContentPage(Collection),
  answer: 'A page of collections.',
  handle: async (ctx, { query }) => {
    const page = contentPageOf(query, PER_PAGE)
    const level = levelOf(ctx)
    const { rows, total } = await queries.listCollections(ctx.db, ctx.workspaceId, level, page)
    return {
      type: 'list' as const,
      data: rows.map((row) => presentCollection(ctx, row)),
      total_count: total,
      pages: contentPages(ctx, page, total),
    }
  },
})

import { operation } from '../../http/operation.ts'
import { numberedPages, PageList, pageOf, PageQuery } from '../../http/pages.ts'
import { NewsItem, presentNewsItem } from './news-item.ts'
import * as queries from './queries.ts'

const PER_PAGE = 10

export const listNewsItems = operation({
  method: 'GET',
  path: '/news/news_items',
  group: 'News',
  scopes: ['read_news_scope', 'read_write_news_scope'],
  summary: 'List all news items',
  description: 'Newest first, drafts too.',
  query: PageQuery,
  reply: PageList(NewsItem),
  answer: 'A page of news items.',
  handle: async (ctx, { query }) => {
    const { page, perPage, offset } = pageOf(query, PER_PAGE)
    const { rows, total } = await queries.listNewsItems(ctx.db, ctx.workspaceId, { perPage, offset })
    return {
      type: 'list' as const,
      pages: numberedPages(ctx, page, perPage, total),
      data: rows.map((row) => presentNewsItem(ctx.workspace, row)),
      total_count: total,
    }
  },
})

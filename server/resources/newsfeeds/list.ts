import { operation } from '../../http/operation.ts'
import { numberedPages, PageList, pageOf, PageQuery } from '../../http/pages.ts'
import { Newsfeed, presentNewsfeed } from './newsfeed.ts'
import * as queries from './queries.ts'

const PER_PAGE = 10

export const listNewsfeeds = operation({
  method: 'GET',
  path: '/news/newsfeeds',
  group: 'News',
  scopes: ['read_news_scope', 'read_write_news_scope'],
  summary: 'List all newsfeeds',
  description: 'Oldest first, by pages of ten.',
  query: PageQuery,
  reply: PageList(Newsfeed),
  answer: 'A page of newsfeeds.',
  handle: async (ctx, { query }) => {
    const { page, perPage, offset } = pageOf(query, PER_PAGE)
    const { rows, total } = await queries.listNewsfeeds(ctx.db, ctx.workspaceId, { perPage, offset })
    return {
      type: 'list' as const,
      pages: numberedPages(ctx, page, perPage, total),
      data: rows.map(presentNewsfeed),
      total_count: total,
    }
  },
})

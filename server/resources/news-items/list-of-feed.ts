import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { numberedPages, PageList, pageOf, PageQuery } from '../../http/pages.ts'
import { getNewsfeed } from '../newsfeeds/queries.ts'
import { NewsItem, presentNewsItem } from './news-item.ts'
import * as queries from './queries.ts'

const PER_PAGE = 20

export const listNewsItemsOfFeed = operation({
  method: 'GET',
  path: '/news/newsfeeds/{newsfeed_id}/items',
  group: 'News',
  scopes: ['read_news_scope', 'read_write_news_scope'],
  summary: 'List the live items of a newsfeed',
  description: 'The last published first.',
  params: Type.Object({ newsfeed_id: Type.String() }),
  query: PageQuery,
  reply: PageList(NewsItem),
  answer: 'A page of news items.',
  handle: async (ctx, { params, query }) => {
    const { page, perPage, offset } = pageOf(query, PER_PAGE)
    const { id } = await getNewsfeed(ctx.db, ctx.workspaceId, params.newsfeed_id)
    const { rows, total } = await queries.listItemsOfFeed(ctx.db, ctx.workspaceId, id, { perPage, offset })
    return {
      type: 'list' as const,
      pages: numberedPages(ctx, page, perPage, total),
      data: rows.map((row) => presentNewsItem(ctx.workspace, row)),
      total_count: total,
    }
  },
})

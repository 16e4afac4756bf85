import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { NewsItem, presentNewsItem } from './news-item.ts'
import * as queries from './queries.ts'

export const getNewsItem = operation({
  method: 'GET',
  path: '/news/news_items/{news_item_id}',
  group: 'News',
  scopes: ['read_news_scope', 'read_write_news_scope'],
  summary: 'Retrieve a news item',
  params: Type.Object({ news_item_id: Type.String() }),
  reply: NewsItem,
  answer: 'The news item.',
  handle: async (ctx, { params }) =>
    presentNewsItem(ctx.workspace, await queries.getNewsItem(ctx.db, ctx.workspaceId, params.news_item_id)),
})

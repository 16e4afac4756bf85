import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Newsfeed, presentNewsfeed } from './newsfeed.ts'
import * as queries from './queries.ts'

export const getNewsfeed = operation({
  method: 'GET',
  path: '/news/newsfeeds/{newsfeed_id}',
  group: 'News',
  scopes: ['read_news_scope', 'read_write_news_scope'],
  summary: 'Retrieve a newsfeed',
  params: Type.Object({ newsfeed_id: Type.String() }),
  reply: Newsfeed,
  answer: 'The newsfeed.',
  handle: async (ctx, { params }) =>
    presentNewsfeed(await queries.getNewsfeed(ctx.db, ctx.workspaceId, params.newsfeed_id)),
})

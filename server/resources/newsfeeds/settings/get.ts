import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { Newsfeed, presentNewsfeed } from '../newsfeed.ts'
import * as newsfeeds from '../queries.ts'

export const getNewsfeed = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/newsfeeds/{newsfeed_id}',
  group: 'Newsfeeds',
  summary: 'Retrieve a newsfeed',
  params: Type.Object({ newsfeed_id: Type.String() }),
  reply: Newsfeed,
  answer: 'The newsfeed.',
  handle: async (ctx, { params }) =>
    presentNewsfeed(await newsfeeds.getNewsfeed(ctx.db, ctx.workspaceId, params.newsfeed_id)),
})

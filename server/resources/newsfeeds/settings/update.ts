import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { described, Text } from '../../../schema/types.ts'
import { Newsfeed, presentNewsfeed } from '../newsfeed.ts'
import * as newsfeeds from '../queries.ts'
import { readText } from '../../../http/given.ts'
import * as queries from './queries.ts'

export const updateNewsfeed = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/newsfeeds/{newsfeed_id}',
  group: 'Newsfeeds',
  summary: 'Update a newsfeed',
  params: Type.Object({ newsfeed_id: Type.String() }),
  body: described(Type.Object({ name: described(Text(), 'The name.') }), 'The new name.'),
  reply: Newsfeed,
  answer: 'The newsfeed with its new name.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const name = readText('name', body.name)
    const { id } = await newsfeeds.getNewsfeed(db, workspaceId, params.newsfeed_id)
    await queries.updateNewsfeed(db, workspaceId, id, { name }, ctx.now)
    return presentNewsfeed(await newsfeeds.getNewsfeed(db, workspaceId, params.newsfeed_id))
  },
})

import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { described, Text } from '../../../schema/types.ts'
import { Newsfeed, presentNewsfeed } from '../newsfeed.ts'
import { readText } from '../../../http/given.ts'
import { insertNewsfeed } from './queries.ts'

export const createNewsfeed = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/newsfeeds',
  group: 'Newsfeeds',
  summary: 'Create a newsfeed',
  body: described(Type.Object({ name: described(Text(), 'The name.') }), 'The new newsfeed.'),
  reply: Newsfeed,
  answer: 'The new newsfeed.',
  handle: async (ctx, { body }) =>
    presentNewsfeed(await insertNewsfeed(ctx.db, ctx.workspaceId, { name: readText('name', body.name) }, ctx.now)),
})

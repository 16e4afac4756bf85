import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { Newsfeed, presentNewsfeed } from '../newsfeed.ts'
import { listAllNewsfeeds } from './queries.ts'

export const listNewsfeeds = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/newsfeeds',
  group: 'Newsfeeds',
  summary: 'List all newsfeeds',
  reply: list(Newsfeed),
  answer: 'All newsfeeds.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await listAllNewsfeeds(ctx.db, ctx.workspaceId)).map(presentNewsfeed),
  }),
})

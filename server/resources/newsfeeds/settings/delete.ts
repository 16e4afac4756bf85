import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { getNewsfeed } from '../queries.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import * as queries from './queries.ts'

export const deleteNewsfeed = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/newsfeeds/{newsfeed_id}',
  group: 'Newsfeeds',
  summary: 'Delete a newsfeed',
  params: Type.Object({ newsfeed_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted newsfeed.',
  handle: async (ctx, { params }) => {
    const { id } = await getNewsfeed(ctx.db, ctx.workspaceId, params.newsfeed_id)
    await queries.deleteNewsfeed(ctx.db, ctx.workspaceId, id)
    return presentDeleted('newsfeed', id)
  },
})

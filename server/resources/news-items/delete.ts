import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { DeletedObject, presentDeletedObject } from '../../schema/deleted.ts'
import * as queries from './queries.ts'

export const deleteNewsItem = operation({
  method: 'DELETE',
  path: '/news/news_items/{news_item_id}',
  group: 'News',
  scopes: ['read_write_news_scope'],
  summary: 'Delete a news item',
  params: Type.Object({ news_item_id: Type.String() }),
  reply: DeletedObject('news-item'),
  answer: 'The id of the deleted news item.',
  handle: async (ctx, { params }) => {
    const { id } = await queries.lockNewsItem(ctx.db, ctx.workspaceId, params.news_item_id)
    await queries.deleteNewsItem(ctx.db, ctx.workspaceId, id)
    return presentDeletedObject('news-item', id)
  },
})

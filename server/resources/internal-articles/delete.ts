import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { DeletedObject, presentDeletedObject } from '../../schema/deleted.ts'
import * as queries from './queries.ts'

export const deleteInternalArticle = operation({
  method: 'DELETE',
  path: '/internal_articles/{internal_article_id}',
  group: 'Internal Articles',
  scopes: ['read_write_articles_scope'],
  summary: 'Delete an internal article',
  params: Type.Object({ internal_article_id: Type.String() }),
  reply: DeletedObject('internal_article'),
  answer: 'The id of the deleted article.',
  handle: async (ctx, { params }) => {
    const { id } = await queries.getInternalArticle(ctx.db, ctx.workspaceId, params.internal_article_id)
    await queries.deleteInternalArticle(ctx.db, ctx.workspaceId, id)
    return presentDeletedObject('internal_article', id)
  },
})

import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdOf, model } from '../../schema/types.ts'
import { presentDeliveredArticle } from './delivered-article.ts'
import { lockArticle } from './queries.ts'
import * as queries from './write-queries.ts'

export const deleteArticle = operation({
  method: 'DELETE',
  path: '/articles/{article_id}',
  group: 'Articles',
  scopes: ['read_write_articles_scope'],
  summary: 'Delete an article',
  description: 'In all its languages, with its versions, and for good.',
  params: Type.Object({ article_id: Type.String() }),
  reply: model('deleted_article_object', {
    id: IdOf('article'),
    object: described(Type.Literal('article'), 'The kind of object.'),
    deleted: described(Type.Boolean(), 'True: it is deleted.'),
  }),
  answer: 'The id of the deleted article.',
  handle: async (ctx, { params }) => {
    const row = await lockArticle(ctx.db, ctx.workspaceId, params.article_id)
    await queries.deleteArticle(ctx.db, ctx.workspaceId, row.id)
    ctx.emit('article.deleted', { ...presentDeliveredArticle(ctx, row), parent_ids: [] })
    return { id: String(row.id), object: 'article' as const, deleted: true }
  },
})

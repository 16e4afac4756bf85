import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdOf, model } from '../../schema/types.ts'
import { levelOf } from './level.ts'
import * as queries from './queries.ts'

export const deleteCollection = operation({
  method: 'DELETE',
  path: '/help_center/collections/{collection_id}',
  group: 'Help Center',
  scopes: ['read_write_articles_scope'],
  summary: 'Delete a collection',
  description: 'With the collections in it. Its articles stay, and stand alone unless they are in others.',
  params: Type.Object({ collection_id: Type.String() }),
  reply: model('deleted_collection_object', {
    id: IdOf('collection'),
    object: described(Type.Literal('collection'), 'The kind of object.'),
    deleted: described(Type.Boolean(), 'True: it is deleted.'),
  }),
  answer: 'The id of the deleted collection.',
  handle: async (ctx, { params }) => {
    const { id } = await queries.getCollection(ctx.db, ctx.workspaceId, params.collection_id, levelOf(ctx))
    await queries.deleteCollection(ctx.db, ctx.workspaceId, id)
    return { id: String(id), object: 'collection' as const, deleted: true }
  },
})

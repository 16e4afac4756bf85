import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Collection, presentCollection } from './collection.ts'
import { levelOf } from './level.ts'
import * as queries from './queries.ts'

export const getCollection = operation({
  method: 'GET',
  path: '/help_center/collections/{collection_id}',
  group: 'Help Center',
  scopes: ['read_articles_scope', 'read_write_articles_scope'],
  summary: 'Retrieve a collection',
  params: Type.Object({ collection_id: Type.String() }),
  reply: Collection,
  answer: 'The collection.',
  handle: async (ctx, { params }) =>
    presentCollection(ctx, await queries.getCollection(ctx.db, ctx.workspaceId, params.collection_id, levelOf(ctx))),
})

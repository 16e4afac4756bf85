import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { Collection, presentCollection } from './collection.ts'
import { nameFields } from './input.ts'
import { levelOf } from './level.ts'
import * as queries from './queries.ts'
import { updateGroup } from './write.ts'

export const updateCollection = operation({
  method: 'PUT',
  path: '/help_center/collections/{collection_id}',
  group: 'Help Center',
  scopes: ['read_write_articles_scope'],
  summary: 'Update a collection',
  params: Type.Object({ collection_id: Type.String() }),
  body: described(
    Type.Object({
      ...nameFields,
      parent_id: described(
        Type.Optional(Nullable(IdInput)),
        'The collection that it stands in; null for the first level.',
      ),
    }),
    'The changes to the collection.',
  ),
  reply: Collection,
  answer: 'The changed collection.',
  handle: async (ctx, { params, body }) => {
    const row = await queries.getCollection(ctx.db, ctx.workspaceId, params.collection_id, levelOf(ctx))
    const { name, description, translated_content, parent_id } = body
    return presentCollection(ctx, await updateGroup(ctx, row, { name, description, translated_content, parent_id }))
  },
})

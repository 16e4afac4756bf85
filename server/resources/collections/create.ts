import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { Collection, presentCollection } from './collection.ts'
import { nameFields } from './input.ts'
import { createGroup } from './write.ts'

export const createCollection = operation({
  method: 'POST',
  path: '/help_center/collections',
  group: 'Help Center',
  scopes: ['read_write_articles_scope'],
  summary: 'Create a collection',
  body: described(
    Type.Object({
      ...nameFields,
      icon: described(
        Type.Optional(Nullable(Type.String({ maxLength: 255 }))),
        'The name of its icon; `book-bookmark` by default and where this is null.',
      ),
      parent_id: described(
        Type.Optional(Nullable(IdInput)),
        'The collection that it stands in; null for the first level.',
      ),
      help_center_id: described(
        Type.Optional(Nullable(IdInput)),
        'The help center that it is in; the default one if this is null.',
      ),
    }),
    'The collection: a name at least.',
  ),
  reply: Collection,
  answer: 'The created collection.',
  refusals: { 404: 'The help center does not exist.' },
  handle: async (ctx, { body }) => presentCollection(ctx, await createGroup(ctx, body)),
})

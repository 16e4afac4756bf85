/** Properties of an internal article that it has had since 2.16, when searches answered it inside of `data`. */
import Type from 'typebox'
import { aiAvailability } from './ai-availability.ts'
import { CreatedAt, described, IdOf, Nullable, UpdatedAt } from './types.ts'

export const internalArticle = {
  type: Type.Literal('internal_article'),
  id: IdOf('article'),
  title: Type.String({ description: 'The title.' }),
  body: described(Nullable(Type.String()), 'The words as HTML; null if there are none.'),
  body_markdown: described(Nullable(Type.String()), 'The words as Markdown; null if there are none.'),
  owner_id: Type.Integer({ description: 'The id of the admin who owns it.' }),
  author_id: Type.Integer({ description: 'The id of the admin who wrote it.' }),
  created_at: CreatedAt('article'),
  updated_at: UpdatedAt('article'),
  locale: Type.String({ description: 'The language, such as `en`.' }),
  audience_ids: Type.Array(Type.Integer(), {
    description: 'The ids of the audiences that it is meant for; none is everybody.',
  }),
  ...aiAvailability,
}

/** The newsfeed on the wire. Its name is for teammates; readers never see it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { NewsfeedsRow } from '../../db/types/newsfeeds.ts'
import { CreatedAt, described, IdOf, model, UpdatedAt } from '../../schema/types.ts'

export const Newsfeed = model('newsfeed', {
  id: IdOf('newsfeed'),
  type: Type.Literal('newsfeed'),
  name: described(Type.String(), 'The name that admins see; readers do not.'),
  created_at: CreatedAt('newsfeed'),
  updated_at: UpdatedAt('newsfeed'),
})

export function presentNewsfeed(row: NewsfeedsRow): Static<typeof Newsfeed> {
  return {
    id: String(row.id),
    type: 'newsfeed',
    name: row.name,
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
  }
}

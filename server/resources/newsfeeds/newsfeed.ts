/** The newsfeed on the wire. Its name is for teammates; readers never see it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { NewsfeedsRow } from '../../db/types/newsfeeds.ts'
import { Id, model, Timestamp } from '../../schema/types.ts'

export const Newsfeed = model('newsfeed', {
  id: Id,
  type: Type.Literal('newsfeed'),
  name: Type.String(),
  created_at: Timestamp,
  updated_at: Timestamp,
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

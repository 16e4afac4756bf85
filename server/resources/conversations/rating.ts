/** A contact's rating of a conversation, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { described, IdOf, model, Nullable, Reference, Timestamp } from '../../schema/types.ts'
import type { ConversationRow } from './row.ts'

export const ConversationRating = model('conversation_rating', {
  rating: described(Type.Integer({ minimum: 1, maximum: 5 }), 'From 1 (bad) to 5 (very good).'),
  remark: described(Nullable(Type.String()), "The contact's own words; null if there are none."),
  created_at: described(Nullable(Timestamp), 'When the rating was asked for; null if it was not.'),
  updated_at: described(Nullable(Timestamp), 'When the rating last changed; null if it did not.'),
  contact: described(
    Nullable(
      Type.Object({
        type: Type.Literal('contact'),
        id: IdOf('contact'),
        external_id: described(
          Nullable(Type.String()),
          'The id that the contact has in your own system; null if none was given.',
        ),
      }),
    ),
    'The contact who rated; null if unknown.',
  ),
  teammate: described(Nullable(Reference), 'The admin who was rated; null if none.'),
})

/** Null until the contact rates it. */
export function presentRating(row: ConversationRow): Static<typeof ConversationRating> | null {
  if (row.rating === null) return null
  const { rating_contact_id: contact, rating_admin_id: teammate } = row
  return {
    rating: row.rating,
    remark: row.rating_remark,
    created_at: unix(row.rating_requested_at),
    updated_at: unix(row.rating_updated_at),
    contact: contact === null ? null : { type: 'contact', id: contact, external_id: row.rating_contact_external_id },
    teammate: teammate === null ? null : { type: 'admin', id: String(teammate) },
  }
}

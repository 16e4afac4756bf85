/** A contact's rating of a conversation, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { Id, model, Nullable, Reference, Timestamp } from '../../schema/types.ts'
import type { ConversationRow } from './row.ts'

export const ConversationRating = model('conversation_rating', {
  rating: Type.Integer({ minimum: 1, maximum: 5 }),
  remark: Nullable(Type.String()),
  created_at: Nullable(Timestamp),
  updated_at: Nullable(Timestamp),
  contact: Nullable(Type.Object({ type: Type.Literal('contact'), id: Id, external_id: Nullable(Type.String()) })),
  teammate: Nullable(Reference),
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

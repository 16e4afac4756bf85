/** The rest of a deleted conversation, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { described, IdOf, model, Timestamp } from '../../schema/types.ts'

export const DeletedConversation = model('deleted_conversation_item', {
  type: Type.Literal('conversation'),
  id: IdOf('conversation'),
  metrics_retained: described(Type.Boolean(), 'True if reports go on counting it.'),
  deleted_at: described(Timestamp, 'When it was deleted.'),
})

export interface DeletedRow {
  id: number
  deleted_at: Date
  /** Null for a conversation that was deleted before reports could do without. */
  metrics_retained: boolean | null
}

export const presentDeletedConversation = (row: DeletedRow): Static<typeof DeletedConversation> => ({
  type: 'conversation',
  id: String(row.id),
  metrics_retained: row.metrics_retained ?? true,
  deleted_at: unix(row.deleted_at),
})

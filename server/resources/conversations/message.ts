/** The message that begins a conversation, as its creation answers it. */
import Type from 'typebox'
import { Id, model, Timestamp } from '../../schema/types.ts'

export const UserMessage = model('message', {
  type: Type.Literal('user_message'),
  id: Id,
  created_at: Timestamp,
  body: Type.String(),
  message_type: Type.Literal('inapp'),
  conversation_id: Id,
})

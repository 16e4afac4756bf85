/** The message that begins a conversation, as its creation answers it. */
import Type from 'typebox'
import { described, Id, IdOf, model, Timestamp } from '../../schema/types.ts'

export const UserMessage = model('message', {
  type: Type.Literal('user_message'),
  id: IdOf('message'),
  created_at: described(Timestamp, 'When it was written.'),
  body: described(Type.String(), 'The text.'),
  message_type: Type.Literal('inapp'),
  conversation_id: described(Id, 'The id of the conversation that it began.'),
})

/** The message on the wire, as its creation answers it: an admin's, or the first words of a contact. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { MessagesRow } from '../../db/types/messages.ts'
import { bodyToText } from '../../html.ts'
import { described, model, Timestamp } from '../../schema/types.ts'
import type { Actor } from '../../threads/actors.ts'

export const Message = model('message', {
  type: Type.Enum(['admin_message', 'user_message'], { description: 'The kind of its author.' }),
  id: Type.String({ description: 'Its id. A conversation that begins with it has it as the id of its source.' }),
  created_at: described(Timestamp, 'The time of the message.'),
  subject: Type.Optional(
    Type.String({ description: 'The subject of an e-mail, the plain text of any other message of an admin.' }),
  ),
  body: Type.String({ description: 'The words as they were sent; plain text where a contact wrote them.' }),
  message_type: Type.Enum(['inapp', 'email', 'sms', 'whatsapp'], {
    description: 'The way that it takes to its recipients.',
  }),
  conversation_id: Type.Optional(
    Type.String({ description: 'The conversation that it began; left out until there is one.' }),
  ),
  owner: Type.Optional(
    Type.Object(
      {
        type: Type.Literal('admin'),
        id: Type.String({ description: 'The id of the admin.' }),
        name: Type.String({ description: 'The name of the admin.' }),
        email: Type.String({ description: 'The e-mail of the admin.' }),
      },
      { description: 'The admin who wrote it; left out where a contact did.' },
    ),
  ),
})

export type MessageWire = Static<typeof Message>

/** @param body as it was sent */
export const presentMessage = (row: MessagesRow, body: string, admin: Actor): MessageWire => ({
  type: 'admin_message',
  id: String(row.id),
  created_at: unix(row.created_at),
  subject: row.subject ?? bodyToText(row.body),
  body,
  message_type: row.message_type as MessageWire['message_type'],
  ...(row.thread_id !== null && { conversation_id: String(row.thread_id) }),
  owner: { type: 'admin', id: String(admin.id), name: admin.name ?? '', email: admin.email ?? '' },
})

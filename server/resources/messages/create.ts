import type { Static } from 'typebox'
import Type from 'typebox'
import { parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, IdInput, Nullable } from '../../schema/types.ts'
import { Backdated } from '../conversations/backdate.ts'
import { begin } from '../conversations/begin.ts'
import { bySms, byWhatsapp } from './by-phone.ts'
import { fromAdmin } from './from-admin.ts'
import { Message } from './message.ts'
import { Recipients } from './recipients.ts'

const From = Type.Object(
  {
    type: Type.Enum(['admin', 'user', 'lead', 'contact'], { description: 'The kind of the author.' }),
    id: described(Type.Optional(IdInput), 'The id of the admin or the contact.'),
    user_id: described(Type.Optional(IdInput), 'The external id of a contact, in place of its id.'),
    email: Type.Optional(Type.String({ maxLength: 255, description: 'The e-mail of a contact, in place of its id.' })),
  },
  { description: 'The author; the admin of the token where it is left out.' },
)

const MessageBody = Type.Object({
  from: Type.Optional(From),
  message_type: Type.Optional(
    Type.Enum(['in_app', 'inapp', 'conversation', 'email', 'sms', 'whatsapp'], {
      description: 'The way that a message of an admin takes: the messenger by three names, e-mail, SMS or WhatsApp.',
    }),
  ),
  body: Type.Optional(
    Nullable(Type.String({ maxLength: 1_000_000, description: 'The words, as HTML or plain text.' })),
  ),
  subject: Type.Optional(Nullable(Type.String({ maxLength: 255, description: 'The subject of an e-mail.' }))),
  template: Type.Optional(
    Nullable(Type.String({ maxLength: 255, description: 'The style of an e-mail: `plain` or `personal`.' })),
  ),
  to: described(Type.Optional(Recipients), 'The recipients.'),
  cc: described(Type.Optional(Recipients), 'Contacts who get a copy.'),
  bcc: described(Type.Optional(Recipients), 'Contacts who get a copy that no other recipient sees.'),
  components: Type.Optional(
    Type.Array(
      Type.Object({
        type: Type.String({ maxLength: 255, description: 'The part of the template, such as `BODY`.' }),
        parameters: Type.Optional(
          Type.Array(
            Type.Object({
              type: Type.Optional(Type.String({ maxLength: 255, description: 'The kind of value, such as `text`.' })),
              text: Type.Optional(Type.String({ maxLength: 1024, description: 'The value.' })),
            }),
            { description: 'Values for the placeholders.' },
          ),
        ),
      }),
      { maxItems: 20, description: 'Parts of the template of a WhatsApp message.' },
    ),
  ),
  locale: Type.Optional(Type.String({ maxLength: 35, description: 'The language of the template.' })),
  created_at: Backdated,
  create_conversation_without_contact_reply: Type.Optional(
    Type.Boolean({
      description: 'True if a conversation begins at once; else it begins with the answer of a contact.',
    }),
  ),
  referer: Type.Optional(Nullable(Type.String({ maxLength: 2048, description: 'The page that a contact wrote on.' }))),
})
export type MessageInput = Static<typeof MessageBody> & {
  /** The set of messages that this one is sent with. */
  ruleset_id?: string
}

export const createMessage = operation({
  method: 'POST',
  path: '/messages',
  group: 'Messages',
  summary: 'Create a message',
  description:
    'From an admin to contacts, in the messenger or by e-mail; or from a contact, which begins a conversation. A ' +
    'message of an admin is in no conversation until a contact answers it, unless ' +
    '`create_conversation_without_contact_reply` is true: then a search by `source.id` finds the conversation.',
  body: described(MessageBody, 'The message, its author and its recipients.'),
  reply: Message,
  answer: 'The message.',
  refusals: { 404: 'The admin or the contact does not exist.' },
  handle: async (ctx, { body }) => {
    const { from, message_type } = body
    if (from?.type === 'admin' && from.id === undefined) throw parameterMissing('from.id')
    const author = from && from.type !== 'admin' ? { ...from, type: from.type } : undefined
    if (!author && message_type === 'whatsapp') return byWhatsapp(ctx, body)
    if (!body.body?.trim()) throw parameterInvalid('Body is required')
    if (!author) return message_type === 'sms' ? bySms(ctx, body) : fromAdmin(ctx, body)
    return begin(ctx, {
      from: author,
      body: body.body,
      ...(body.created_at !== undefined && { created_at: body.created_at }),
      ...(body.referer && { url: body.referer }),
    })
  },
})

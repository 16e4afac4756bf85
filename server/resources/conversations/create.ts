import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { BodyText, described, IdInput, Nullable } from '../../schema/types.ts'
import { attachmentInput } from '../../files/attachment.ts'
import { Backdated } from './backdate.ts'
import { begin, FromContact } from './begin.ts'
import { UserMessage } from './message.ts'
import { given } from './senders.ts'

export const createConversation = operation({
  method: 'POST',
  path: '/conversations',
  group: 'Conversations',
  summary: 'Create a conversation',
  description:
    'Begins a conversation with a message of a contact. The body is plain text: tags are taken out of it. A visitor ' +
    'who writes becomes a lead. The answer is the message.',
  body: described(
    Type.Object({
      from: FromContact,
      body: described(BodyText, 'The text. Tags are taken out of it.'),
      created_at: Backdated,
      attachment_urls: attachmentInput.attachment_urls,
      brand_id: described(
        Type.Optional(Nullable(IdInput)),
        'The brand of the conversation, whose address its e-mails come from; the default one if it is left out.',
      ),
    }),
    'The first message, and who writes it.',
  ),
  reply: UserMessage,
  answer: 'The first message, with the id of the conversation.',
  handle: (ctx, { body: { from, body, created_at, attachment_urls, brand_id } }) =>
    begin(ctx, {
      from,
      body,
      ...(created_at !== undefined && { created_at }),
      ...(attachment_urls && { attachment_urls }),
      ...(given(brand_id) && { brand_id: String(brand_id) }),
    }),
})

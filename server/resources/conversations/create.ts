import Type from 'typebox'
import type { Static } from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { bodyToText, textToBody } from '../../html.ts'
import { notFound, parameterMissing } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { BodyText, described, IdInput, Nullable, Text } from '../../schema/types.ts'
import { isHexId } from '../../ids.ts'
import { attachmentInput, readUrls } from '../../files/attachment.ts'
import { Backdated, timeOf } from './backdate.ts'
import { presentDelivered } from './delivered-conversation.ts'
import { insertConversation } from './insert-queries.ts'
import { knownContact } from './known-contact.ts'
import { UserMessage } from './message.ts'
import { readConversation, withParts } from './read.ts'
import { findContactsBy, given } from './senders.ts'

const From = described(
  Type.Object({
    type: described(Type.Enum(['user', 'lead', 'contact']), 'The role of the contact; `contact` for either.'),
    id: described(Type.Optional(Nullable(IdInput)), 'The `id` of the contact.'),
    user_id: described(Type.Optional(Nullable(IdInput)), 'The `external_id` of the contact.'),
    email: described(Type.Optional(Nullable(Text())), 'The email address of the contact.'),
  }),
  'The contact that writes, named by one of its ids or its email.',
)

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
      from: From,
      body: described(BodyText, 'The text. Tags are taken out of it.'),
      created_at: Backdated,
      attachment_urls: attachmentInput.attachment_urls,
    }),
    'The first message, and who writes it.',
  ),
  reply: UserMessage,
  answer: 'The first message, with the id of the conversation.',
  handle: async (ctx, { body }) => {
    const contact = await knownContact(ctx, await findSender(ctx, body.from))
    const html = textToBody(body.body)
    if (html === '') throw parameterMissing('body')
    const at = timeOf(ctx, body.created_at)
    const attachments = readUrls(body.attachment_urls ?? [])
    const made = await insertConversation(ctx.db, ctx.workspaceId, {
      contact,
      body: html,
      attachments,
      at,
      now: ctx.now,
    })
    ctx.count('conversations', 1)
    ctx.emit('conversation.user.created', presentDelivered(withParts(await readConversation(ctx, made.id), [])))
    return {
      type: 'user_message' as const,
      id: String(made.source_id),
      created_at: unix(at),
      body: bodyToText(html),
      message_type: 'inapp' as const,
      conversation_id: String(made.id),
    }
  },
})

/** @throws 404 */
async function findSender(ctx: Ctx, { type, id, user_id, email }: Static<typeof From>): Promise<ContactsRow> {
  // A visitor may be named by its user_id, wherever it stands.
  const byUserId = user_id ?? (type === 'contact' && given(id) && !isHexId(String(id)) ? id : undefined)
  const by = given(byUserId) ? { user_id: byUserId } : { intercom_user_id: id ?? null, email: email ?? null }
  const [contact] = await findContactsBy(ctx.db, ctx.workspaceId, by)
  if (!contact) throw notFound('contact')
  return contact
}

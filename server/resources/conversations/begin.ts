/** Begins a conversation with a message of a contact: for `POST /conversations` and `POST /messages`. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { readUrls } from '../../files/attachment.ts'
import { fetchLater } from '../../files/fetch-later.ts'
import { bodyToText, textToBody } from '../../html.ts'
import { notFound, parameterMissing } from '../../http/errors.ts'
import { isHexId } from '../../ids.ts'
import { described, IdInput, Nullable, Text } from '../../schema/types.ts'
import { getBrand } from '../brands/queries.ts'
import { runRules } from '../assignment-rules/run.ts'
import { applyMatchingRule } from '../sla-rules/apply-rules.ts'
import { timeOf } from './backdate.ts'
import { presentDelivered } from './delivered-conversation.ts'
import { insertConversation } from './insert-queries.ts'
import { knownContact } from './known-contact.ts'
import { readConversation, withParts } from './read.ts'
import { findContactsBy, given } from './senders.ts'
import { lockConversation } from './target.ts'

export const FromContact = described(
  Type.Object({
    type: described(Type.Enum(['user', 'lead', 'contact']), 'The role of the contact; `contact` for either.'),
    id: described(Type.Optional(Nullable(IdInput)), 'The `id` of the contact.'),
    user_id: described(Type.Optional(Nullable(IdInput)), 'The `external_id` of the contact.'),
    email: described(Type.Optional(Nullable(Text())), 'The email address of the contact.'),
  }),
  'The contact that writes, named by one of its ids or its email.',
)

interface FirstWords {
  from: Static<typeof FromContact>
  /** Plain text: tags are taken out of it. */
  body: string
  created_at?: number
  attachment_urls?: string[]
  brand_id?: string
  /** The page that the contact wrote on. */
  url?: string
  /** False if the assignment rules are not asked: the AI agent answers. */
  routed?: boolean
}

/** @throws 400 parameter_not_found without words, 404 */
export async function begin(
  ctx: Ctx,
  { from, body, created_at, attachment_urls = [], brand_id, url, routed = true }: FirstWords,
) {
  const contact = await knownContact(ctx, await findSender(ctx, from))
  const html = textToBody(body)
  if (html === '') throw parameterMissing('body')
  const at = timeOf(ctx, created_at)
  const brand = brand_id === undefined ? undefined : await getBrand(ctx.db, ctx.workspaceId, brand_id, ctx.workspace)
  const attachments = readUrls(attachment_urls)
  const made = await insertConversation(ctx.db, ctx.workspaceId, {
    contact,
    body: html,
    attachments,
    brand_id: brand && !brand.is_default ? brand.id : null,
    url: url ?? null,
    at,
    now: ctx.now,
  })
  await fetchLater(ctx, made.id, attachments)
  ctx.count('conversations', 1)
  await applyMatchingRule(ctx, made.id)
  ctx.emit('conversation.user.created', presentDelivered(withParts(await readConversation(ctx, made.id), [])))
  if (routed) await runRules(ctx, made.id, () => lockConversation(ctx, String(made.id)))
  return {
    type: 'user_message' as const,
    id: String(made.source_id),
    created_at: unix(at),
    body: bodyToText(html),
    message_type: 'inapp' as const,
    conversation_id: String(made.id),
  }
}

/** @throws 404 */
async function findSender(ctx: Ctx, { type, id, user_id, email }: Static<typeof FromContact>): Promise<ContactsRow> {
  // A visitor may be named by its user_id, wherever it stands.
  const byUserId = user_id ?? (type === 'contact' && given(id) && !isHexId(String(id)) ? id : undefined)
  const by = given(byUserId) ? { user_id: byUserId } : { intercom_user_id: id ?? null, email: email ?? null }
  const [contact] = await findContactsBy(ctx.db, ctx.workspaceId, by)
  if (!contact) throw notFound('contact')
  return contact
}

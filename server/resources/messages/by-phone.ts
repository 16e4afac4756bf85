/** Messages of admins by SMS and WhatsApp. A WhatsApp message always begins a conversation: its status names it. */
import type { Ctx } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { addChannelMessage } from '../../channels/new-channel-message.ts'
import { escapeHtml, sanitiseBody } from '../../html.ts'
import { notFound, parameterInvalid, parameterMissing } from '../../http/errors.ts'
import { perform } from '../../http/perform.ts'
import { formatE164 } from '../../phone.ts'
import { getActor, type Actor } from '../../threads/actors.ts'
import { timeOf } from '../conversations/backdate.ts'
import { findContactsBy } from '../conversations/senders.ts'
import { createContact } from '../contacts/create.ts'
import { findAddressee } from '../contacts/phone-queries.ts'
import type { MessageInput } from './create.ts'
import { keepMessage } from './keep-message.ts'
import { presentMessage, type MessageWire } from './message.ts'
import { findAddressees, type Addressee } from './recipients.ts'

/** WhatsApp sends templates; their texts are the words of the message. */
export async function byWhatsapp(ctx: Ctx, input: MessageInput): Promise<MessageWire> {
  if (!input.template) throw parameterMissing('template')
  if (!input.components) throw parameterMissing('components')
  const texts = input.components.flatMap(({ parameters = [] }) => parameters.map(({ text }) => text ?? ''))
  const words = texts.filter(Boolean).join(' ') || input.template
  const addressees = await addresseesByPhone(ctx, input)
  const admin = await getActor(ctx.db, ctx.workspaceId, input.from?.id ?? ctx.actor.adminId)
  return send(ctx, input, { channel: 'whatsapp', admin, addressees, words, html: `<p>${escapeHtml(words)}</p>` })
}

/** An SMS holds plain words: no link, no picture. */
export async function bySms(ctx: Ctx, input: MessageInput): Promise<MessageWire> {
  const html = sanitiseBody(input.body!)
  if (html === '' || /https?:\/\//i.test(input.body!)) throw parameterInvalid('Invalid SMS message body')
  const [admin, addressees] = await Promise.all([
    getActor(ctx.db, ctx.workspaceId, input.from?.id ?? ctx.actor.adminId),
    findAddressees(ctx, input),
  ])
  return send(ctx, input, { channel: 'sms', admin, addressees, words: input.body!, html })
}

interface ByPhone {
  channel: 'sms' | 'whatsapp'
  admin: Actor
  addressees: Addressee[]
  /** As they are answered, and as HTML that is kept. */
  words: string
  html: string
}

async function send(ctx: Ctx, input: MessageInput, { channel, admin, addressees, words, html }: ByPhone) {
  const missing = addressees.find(({ contact }) => contact.phone === null)
  if (missing) throw parameterInvalid(`Contact ${missing.contact.id} has no phone`, missing.kind)
  const message = await keepMessage(ctx, {
    message_type: channel,
    subject: null,
    template: input.template ?? null,
    locale: input.locale ?? null,
    body: html,
    created_at: timeOf(ctx, input.created_at),
    admin,
    addressees,
    begins: channel === 'whatsapp' || (input.create_conversation_without_contact_reply ?? false),
  })
  for (const { contact } of addressees)
    await addChannelMessage(ctx, {
      channel,
      ruleset_id: input.ruleset_id ?? null,
      source_id: message.id,
      thread_id: message.thread_id,
      contact_id: contact.id,
      phone: contact.formatted_phone ?? contact.phone!,
      template_name: channel === 'whatsapp' ? input.template! : null,
    })
  return presentMessage(message, words, admin)
}

/** A number that no contact has becomes a lead's. */
async function addresseesByPhone(ctx: Ctx, input: MessageInput): Promise<Addressee[]> {
  const to = [input.to ?? []].flat()
  if (to.length === 0) throw parameterMissing('to')
  if (to.every(({ phone }) => phone === undefined)) return findAddressees(ctx, input)
  const found: Addressee[] = []
  for (const { phone, name } of to) {
    if (phone === undefined) throw parameterMissing('to.phone')
    const contact = await contactOf(ctx, String(phone), name)
    if (!found.some((other) => other.contact.id === contact.id)) found.push({ kind: 'to', contact })
  }
  return found
}

async function contactOf(ctx: Ctx, phone: string, name: string | undefined): Promise<ContactsRow> {
  const number = formatE164(phone.startsWith('+') ? phone : `+${phone}`)
  if (!number) throw parameterInvalid('to.phone is not a phone number with its country code', 'to.phone')
  const known = await findAddressee(ctx.db, ctx.workspaceId, number)
  if (known) return known
  const details = { role: 'lead', phone: number, ...(name !== undefined && { name }) }
  const made = (await perform(createContact, ctx, { body: details })) as { id: string }
  const [contact] = await findContactsBy(ctx.db, ctx.workspaceId, { intercom_user_id: made.id })
  if (!contact) throw notFound('contact')
  return contact
}

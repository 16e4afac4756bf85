import { randomUUID } from 'node:crypto'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { operation } from '../../http/operation.ts'
import { perform } from '../../http/perform.ts'
import { kindOfNumber, readE164 } from '../../phone.ts'
import { described, CustomAttributes, model, Nullable } from '../../schema/types.ts'
import { createContact } from '../contacts/create.ts'
import { updateContact } from '../contacts/update.ts'
import { findCaller } from '../contacts/phone-queries.ts'
import { insertPhoneSwitch } from './queries.ts'
import { keyedError } from './keyed-error.ts'

export const createPhoneSwitch = operation({
  method: 'POST',
  path: '/phone_call_redirects',
  group: 'Switch',
  summary: 'Move a phone call to the Messenger',
  description:
    'Sends an SMS with a link to the Messenger. The custom attributes are added to the contact with that number; ' +
    'where nobody has it, a lead is created.',
  inferred: 'that a lead is created, and which contact is meant where several have the number',
  body: described(
    Type.Object({
      phone: Type.String({ maxLength: 64, description: 'In E.164. Landlines are refused.' }),
      custom_attributes: described(
        Type.Optional(Nullable(CustomAttributes)),
        'Values of attributes of contacts, by name.',
      ),
    }),
    'The caller.',
  ),
  reply: model('phone_switch', {
    type: Type.Literal('phone_call_redirect'),
    url: described(Type.String(), 'The link to the Messenger that was sent.'),
  }),
  answer: 'The link that was sent.',
  refusals: { 422: 'The number is of a landline.' },
  handle: async (ctx, { body }) => {
    const phone = readMobile(body.phone)
    const id = randomUUID()
    const url = ctx.addressOf(`/msgr/${id}`)
    await insertPhoneSwitch(ctx.db, ctx.workspaceId, id, await attributeCaller(ctx, phone, body), ctx.now)
    // The last step: if it fails nothing is written, and the caller can be told.
    await send(ctx, phone, url)
    return { type: 'phone_call_redirect' as const, url }
  },
})

/** @throws 400 invalid_phone_number, 422 landline_phone */
function readMobile(text: string): string {
  const phone = readE164(text)
  const kind = phone && kindOfNumber(phone)
  if (!phone || !kind) throw keyedError(400, 'invalid_phone_number', 'Invalid phone number')
  if (kind === 'landline') throw keyedError(422, 'landline_phone')
  return phone
}

/** @returns the id of the contact with the number, which now has the attributes */
async function attributeCaller(
  ctx: Ctx,
  phone: string,
  { custom_attributes }: { custom_attributes?: Record<string, unknown> | null },
): Promise<string> {
  const attributes = custom_attributes && { custom_attributes }
  const found = await findCaller(ctx.db, ctx.workspaceId, phone)
  if (found === undefined) {
    const lead = await perform(createContact, ctx, { body: { role: 'lead', phone, ...attributes } })
    return (lead as { id: string }).id
  }
  if (attributes) await perform(updateContact, ctx, { params: { contact_id: found }, body: attributes })
  return found
}

/** @throws 400 sms_failed */
async function send(ctx: Ctx, phone: string, url: string): Promise<void> {
  try {
    const body = `${ctx.workspace.name}: continue the conversation at ${url}`
    await ctx.channelProvider.send({ channel: 'sms', phone, body, template: null, locale: null })
  } catch (cause) {
    const refusal = keyedError(400, 'sms_failed', 'SMS was not sent due to an unknown error')
    refusal.cause = cause
    throw refusal
  }
}

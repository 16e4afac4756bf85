import Type from 'typebox'
import { parameterMissing } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { readText } from '../../../http/given.ts'
import { described, model } from '../../../schema/types.ts'
import { byWhatsapp } from '../by-phone.ts'

const MAX = 1000

const Broadcast = model('broadcast', {
  type: Type.Literal('broadcast'),
  ruleset_id: Type.String({ description: 'The ruleset, by which the statuses are listed.' }),
  message_ids: Type.Array(Type.String(), { description: 'The messages, one for each recipient.' }),
})

export const createBroadcast = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/broadcasts',
  group: 'Broadcasts',
  summary: 'Send WhatsApp messages together',
  description: 'One message to each contact, each in a conversation of its own. `GET /messages/status` lists them.',
  body: described(
    Type.Object({
      ruleset_id: Type.String({ maxLength: 255, description: 'A name for the messages that belong together.' }),
      template_name: Type.String({ maxLength: 255, description: 'The template that they are made of.' }),
      contact_ids: Type.Optional(
        Type.Array(Type.String(), { minItems: 1, maxItems: MAX, description: 'Contacts with a phone.' }),
      ),
      phones: Type.Optional(
        Type.Array(Type.String(), {
          minItems: 1,
          maxItems: MAX,
          description: 'Numbers with their country code; one that no contact has becomes a lead.',
        }),
      ),
    }),
    'The template and its recipients.',
  ),
  reply: Broadcast,
  answer: 'The messages.',
  handle: async (ctx, { body }) => {
    const ruleset_id = readText('ruleset_id', body.ruleset_id)
    const template = readText('template_name', body.template_name)
    const message_ids: string[] = []
    const { contact_ids = [], phones = [] } = body
    const recipients = [
      ...[...new Set(contact_ids)].map((id) => ({ id })),
      ...[...new Set(phones)].map((phone) => ({ phone })),
    ]
    if (recipients.length === 0) throw parameterMissing('contact_ids')
    for (const to of recipients) {
      const message = await byWhatsapp(ctx, { template, components: [], to, ruleset_id })
      message_ids.push(message.id)
    }
    return { type: 'broadcast' as const, ruleset_id, message_ids }
  },
})

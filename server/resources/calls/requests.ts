import type { Sample } from '../../test/requests/request.ts'

/** A call is answered once, and ends once. */
const ringing = { call_id: 'a ringing call' } as const

export default {
  'GET /calls': {},
  'GET /calls/{}': {},
  'GET /calls/{}/recording': {},
  'GET /calls/{}/transcript': {},
  'POST /calls/search': {
    needs: ['a call', 'a conversation'],
    body: ({ 'a conversation': { id } }) => ({ conversation_ids: [id] }),
  },
  'POST /fin_voice/register': {
    body: (_, { unique }) => ({
      phone_number: '+353871234567',
      call_id: unique('call'),
      source: 'five9',
      vendor_internal_id: unique('vendor'),
      data: { queue: unique('queue') },
    }),
  },
  'GET /fin_voice/collect/{}': {},
  'GET /fin_voice/external_id/{}': {},
  'GET /fin_voice/phone_number/{}': {},
  'GET /fin_voice/conversation/{}': { needs: ['a registered call'] },
  'POST /parley/calls': {
    needs: ['a contact', 'a conversation', 'an admin'],
    body: ({ 'a contact': contact, 'a conversation': conversation, 'an admin': admin }, { unique }) => ({
      direction: 'inbound',
      phone: '+353871234567',
      contact_id: contact['id'],
      conversation_id: conversation['id'],
      admin_id: admin['id'],
      external_id: unique('call'),
    }),
  },
  'POST /parley/calls/{}/answer': {
    path: ringing,
    fresh: ['a ringing call'],
    needs: ['an admin'],
    body: ({ 'an admin': { id } }) => ({ admin_id: id }),
  },
  'POST /parley/calls/{}/end': {
    path: ringing,
    fresh: ['a ringing call'],
    body: (_, { unique }) => ({ ended_reason: unique('reason'), attributes: { topic: unique('topic') } }),
  },
  'PUT /parley/calls/{}/recording': {
    body: (_, { unique }) => ({
      name: unique('recording'),
      content_type: 'audio/mpeg',
      data: Buffer.from(unique('words')).toString('base64'),
    }),
  },
  'PUT /parley/calls/{}/transcript': {
    body: (_, { unique }) => ({ text: unique('words'), summary: unique('summary') }),
  },
  'DELETE /parley/calls/{}': { fresh: ['a call'] },
} satisfies Record<string, Sample>

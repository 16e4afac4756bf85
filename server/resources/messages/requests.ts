import type { Sample } from '../../test/requests/request.ts'

export default {
  'POST /messages': {
    needs: ['a contact', 'a lead', 'an admin'],
    body: ({ 'a contact': contact, 'a lead': lead, 'an admin': admin }, { unique }) => ({
      from: { type: 'admin', id: admin['id'] },
      message_type: 'email',
      template: 'plain',
      subject: unique('subject'),
      body: unique('words'),
      to: [{ type: 'user', id: contact['id'] }],
      cc: [{ type: 'lead', id: lead['id'] }],
      bcc: [{ type: 'user', id: contact['id'] }],
      components: [{ type: 'BODY', parameters: [{ type: 'text', text: unique('value') }] }],
      create_conversation_without_contact_reply: true,
    }),
  },
  'GET /messages/status': {
    needs: ['a WhatsApp message'],
    query: ({ 'a WhatsApp message': { ruleset_id } }) => ({ ruleset_id, per_page: '5' }),
  },
  'GET /messages/whatsapp/status': {
    needs: ['a WhatsApp message'],
    query: ({ 'a WhatsApp message': { id } }) => ({ message_id: id }),
  },
  'POST /parley/broadcasts': {
    needs: ['a contact with a phone'],
    body: ({ 'a contact with a phone': { id } }, { unique }) => ({
      ruleset_id: unique('ruleset'),
      template_name: unique('template'),
      contact_ids: [id],
      phones: ['+353871234567'],
    }),
  },
  'POST /parley/deliveries': {
    needs: ['a WhatsApp message'],
    body: ({ 'a WhatsApp message': { id } }, { unique }) => ({
      message_id: id,
      status: 'failed',
      error: { message: unique('message'), details: unique('details') },
    }),
  },
} satisfies Record<string, Sample>

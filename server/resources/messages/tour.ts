import { step } from '../../test/tour/step.ts'

export default [
  step('POST /messages', {
    needs: ['admin', 'user'],
    go: (c, { admin, user }) =>
      c.post('/messages', {
        from: { type: 'admin', id: admin },
        to: { type: 'user', id: user },
        message_type: 'inapp',
        body: 'Your engine is ready',
      }),
  }),
  step('POST /messages', {
    needs: ['admin', 'user'],
    go: (c, { admin, user }) =>
      c.post('/messages', {
        from: { type: 'admin', id: admin },
        to: { type: 'user', id: user },
        message_type: 'email',
        template: 'plain',
        subject: 'Your engine',
        body: '<p>It is ready</p>',
        create_conversation_without_contact_reply: true,
      }),
  }),
  step('POST /messages', {
    needs: ['other'],
    go: (c, { other }) =>
      c.post('/messages', {
        from: { type: 'user', id: other },
        body: 'Is mine ready, too?',
        referer: 'https://example.com/engines',
      }),
  }),
  step('POST /messages', {
    needs: ['admin', 'user'],
    go: (c, { admin }) =>
      c.post('/messages', {
        from: { type: 'admin', id: admin },
        to: { phone: 353_871_234_567, name: 'Ada' },
        message_type: 'whatsapp',
        template: 'engine_ready',
        locale: 'en',
        components: [{ type: 'BODY', parameters: [{ type: 'text', text: 'Your engine is ready' }] }],
      }),
  }),
  step('GET /messages/status', { go: (c) => c.get('/messages/status?ruleset_id=engines') }),
  step('GET /messages/whatsapp/status', {
    needs: ['whatsapp'],
    go: (c, { whatsapp }) => c.get(`/messages/whatsapp/status?message_id=${whatsapp}`),
  }),
  step('POST /parley/broadcasts', {
    gives: { setMessage: ({ message_ids: [message] }) => message },
    go: (c) =>
      c.post('/parley/broadcasts', {
        ruleset_id: 'spring',
        template_name: 'spring_sale',
        phones: ['+353871234567'],
      }),
  }),
  step('POST /parley/deliveries', {
    needs: ['setMessage'],
    go: (c, { setMessage }) => c.post('/parley/deliveries', { message_id: setMessage, status: 'delivered' }),
  }),
]

import { step } from '../test/tour/step.ts'

export default [
  step('POST /parley/webhooks', {
    gives: { setWebhook: ({ id }) => id },
    go: (c) =>
      c.post('/parley/webhooks', {
        url: 'https://crm.fernhill.example/parley',
        topics: ['contact.user.created', 'conversation.user.replied'],
        api_version: '2.11',
        active: false,
        description: 'Keeps the CRM up to date',
      }),
  }),
  step('GET /parley/webhooks', { go: (c) => c.get('/parley/webhooks') }),
  step('GET /parley/webhooks/{}', {
    needs: ['setWebhook'],
    go: (c, { setWebhook }) => c.get(`/parley/webhooks/${setWebhook}`),
  }),
  step('PUT /parley/webhooks/{}', {
    needs: ['setWebhook'],
    go: (c, { setWebhook }) => c.put(`/parley/webhooks/${setWebhook}`, { api_version: null }),
  }),
  step('POST /parley/webhooks/{}/rotate_secret', {
    needs: ['setWebhook'],
    go: (c, { setWebhook }) => c.post(`/parley/webhooks/${setWebhook}/rotate_secret`, {}),
  }),
  step('POST /parley/webhooks/{}/ping', {
    needs: ['setWebhook'],
    go: (c, { setWebhook }) => c.post(`/parley/webhooks/${setWebhook}/ping`, {}),
  }),
  step('GET /parley/webhooks/{}/attempts', {
    needs: ['setWebhook'],
    go: (c, { setWebhook }) => c.get(`/parley/webhooks/${setWebhook}/attempts`),
  }),
  step('DELETE /parley/webhooks/{}', {
    ends: ['setWebhook'],
    go: (c, { setWebhook }) => c.delete(`/parley/webhooks/${setWebhook}`),
  }),
]

import { step } from '../../test/tour/step.ts'

export default [
  step('GET /subscription_types', {
    gives: { subscription: (list) => list.data[0].id, consent: (list) => list.data[0].consent_type },
    go: (c) => c.get('/subscription_types'),
  }),
  step('POST /contacts/{}/subscriptions', {
    needs: ['user', 'subscription', 'consent'],
    go: (c, { user, subscription, consent }) =>
      c.post(`/contacts/${user}/subscriptions`, { id: subscription, consent_type: consent }),
  }),
  step('GET /contacts/{}/subscriptions', {
    needs: ['user'],
    go: (c, { user }) => c.get(`/contacts/${user}/subscriptions`),
  }),
  step('DELETE /contacts/{}/subscriptions/{}', {
    needs: ['user', 'subscription'],
    go: (c, { user, subscription }) => c.delete(`/contacts/${user}/subscriptions/${subscription}`),
  }),
  step('GET /parley/subscription_types', { go: (c) => c.get('/parley/subscription_types') }),
  step('POST /parley/subscription_types', {
    gives: { setType: ({ id }) => id },
    go: (c) =>
      c.post('/parley/subscription_types', {
        consent_type: 'opt_in',
        name: 'Tastings',
        description: 'When we brew something new for guests',
        translations: [{ locale: 'fr', name: 'Dégustations', description: 'Quand nous faisons goûter du nouveau' }],
        content_types: ['email', 'sms_message'],
      }),
  }),
  step('GET /parley/subscription_types/{}', {
    needs: ['setType'],
    go: (c, { setType }) => c.get(`/parley/subscription_types/${setType}`),
  }),
  step('PUT /parley/subscription_types/{}', {
    needs: ['setType'],
    go: (c, { setType }) => c.put(`/parley/subscription_types/${setType}`, { state: 'draft' }),
  }),
  step('POST /parley/subscription_types/{}/archive', {
    needs: ['setType'],
    go: (c, { setType }) => c.post(`/parley/subscription_types/${setType}/archive`),
  }),
]

import type { Sample } from '../../test/requests/request.ts'

export default {
  'GET /contacts/{}/subscriptions': {},
  'POST /contacts/{}/subscriptions': {
    needs: ['a subscription type'],
    body: ({ 'a subscription type': type }) => ({ id: type['id'], consent_type: 'opt_out' }),
  },
  'DELETE /contacts/{}/subscriptions/{}': {
    before: ({ 'a contact': contact, 'a subscription type': { id } }, scene) =>
      scene.send('POST', `/contacts/${contact['id']}/subscriptions`, { id, consent_type: 'opt_out' }),
  },
  'GET /subscription_types': {},
  'GET /parley/subscription_types': {},
  'GET /parley/subscription_types/{}': {},
  'POST /parley/subscription_types': {
    body: (_, { unique }) => ({
      name: unique('type'),
      description: unique('description'),
      consent_type: 'opt_in',
      locale: 'en',
      translations: [{ name: unique('type'), description: unique('description'), locale: 'fr' }],
      content_types: ['email'],
    }),
  },
  'PUT /parley/subscription_types/{}': {
    body: (_, { unique }) => ({
      name: unique('type'),
      locale: 'en',
      translations: [{ name: unique('type'), description: unique('description'), locale: 'fr' }],
      content_types: ['email'],
    }),
  },
  'POST /parley/subscription_types/{}/archive': { fresh: ['a subscription type'] },
} satisfies Record<string, Sample>

import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const subscriptionFixtures = {
  'a subscription type': fixture({
    params: { subscription_id: byId, subscription_type_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/parley/subscription_types', {
        name: unique('subscription'),
        description: unique('description'),
        consent_type: 'opt_out',
        content_types: ['email'],
        state: 'live',
      }),
  }),
  'an archived subscription type': fixture({
    consumes: ['a subscription type'],
    removed: 'a subscription type',
    make: ({ send }, { 'a subscription type': type }) =>
      send('POST', `/parley/subscription_types/${type!['id']}/archive`),
  }),
}

import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const ecommerceConnectorFixtures = {
  'an e-commerce connector': fixture({
    params: { ecommerce_connector_id: byId },
    make: ({ send, unique }) => send('POST', '/parley/ecommerce_connectors', { name: unique('shop') }),
  }),
  'a deleted e-commerce connector': fixture({
    consumes: ['an e-commerce connector'],
    removed: 'an e-commerce connector',
    make: async ({ send }, { 'an e-commerce connector': made }) => {
      await send('DELETE', `/parley/ecommerce_connectors/${made!['id']}`)
      return made!
    },
  }),
}

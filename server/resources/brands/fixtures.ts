import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const brandFixtures = {
  'a brand': fixture({
    params: { brand_id: byId },
    make: ({ send, unique }) => send('POST', '/parley/brands', { name: unique('brand') }),
  }),
  'a deleted brand': fixture({
    consumes: ['a brand'],
    removed: 'a brand',
    make: async ({ send }, { 'a brand': brand }) => {
      await send('DELETE', `/parley/brands/${brand!['id']}`)
      return brand!
    },
  }),
}

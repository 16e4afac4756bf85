import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const bannerFixtures = {
  'a banner': fixture({
    params: { banner_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/parley/banners', {
        title: unique('banner'),
        body: unique('words'),
        style: 'inline',
        position: 'top',
        live: true,
      }),
  }),
  'a shown banner': fixture({
    needs: ['a contact'],
    consumes: ['a banner'],
    params: { banner_view_id: ({ view_id }) => view_id },
    make: async ({ send }, { 'a contact': contact, 'a banner': banner }) => {
      const { data } = await send('GET', `/contacts/${contact!['id']}/banners`)
      return data.find(({ id }: { id: string }) => id === banner!['id'])
    },
  }),
  'a deleted banner': fixture({
    consumes: ['a banner'],
    removed: 'a banner',
    make: async ({ send }, { 'a banner': banner }) => {
      await send('DELETE', `/parley/banners/${banner!['id']}`)
      return banner!
    },
  }),
}

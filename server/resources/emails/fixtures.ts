import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const emailFixtures = {
  'a sender address': fixture({
    params: { email_id: byId },
    make: ({ send, unique }) =>
      send('POST', '/parley/emails', {
        email: `${unique('support').replaceAll(' ', '-')}@example.com`,
        verified: true,
        forwarding_enabled: false,
      }),
  }),
  'a deleted sender address': fixture({
    consumes: ['a sender address'],
    removed: 'a sender address',
    make: async ({ send }, { 'a sender address': address }) => {
      await send('DELETE', `/parley/emails/${address!['id']}`)
      return address!
    },
  }),
}

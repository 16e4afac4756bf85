import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const tokenFixtures = {
  'a token': fixture({
    params: { token_id: byId },
    make: ({ send, unique }) => send('POST', '/parley/tokens', { name: unique('token') }),
  }),
  'a token of an admin': fixture({
    needs: ['an admin'],
    make: ({ send, unique }, { 'an admin': admin }) =>
      send('POST', '/parley/tokens', { name: unique('token'), admin_id: admin!['id'] }),
  }),
  'a revoked token': fixture({
    consumes: ['a token'],
    removed: 'a token',
    make: async ({ send }, { 'a token': token }) => {
      await send('DELETE', `/parley/tokens/${token!['id']}`)
      return token!
    },
  }),
}

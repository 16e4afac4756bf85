import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const newsfeedFixtures = {
  'a newsfeed': fixture({
    params: { newsfeed_id: byId },
    make: ({ send, unique }) => send('POST', '/parley/newsfeeds', { name: unique('newsfeed') }),
  }),
  'a deleted newsfeed': fixture({
    consumes: ['a newsfeed'],
    removed: 'a newsfeed',
    make: async ({ send }, { 'a newsfeed': feed }) => {
      await send('DELETE', `/parley/newsfeeds/${feed!['id']}`)
      return feed!
    },
  }),
}

import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const audienceFixtures = {
  'an audience': fixture({
    params: { audience_id: byId },
    make: ({ send, unique }) => send('POST', '/audiences', { name: unique('audience') }),
  }),
  'a deleted audience': fixture({
    consumes: ['an audience'],
    removed: 'an audience',
    make: async ({ send }, { 'an audience': audience }) => {
      await send('DELETE', `/audiences/${audience!['id']}`)
      return audience!
    },
  }),
}

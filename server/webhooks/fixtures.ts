import { byId, fixture } from '../test/fixtures/fixture.ts'

export const webhookFixtures = {
  'a webhook': fixture({
    params: { webhook_id: byId },
    make: ({ send, unique, mark }) =>
      send('POST', '/parley/webhooks', {
        url: `https://${mark}.example.com/${unique('hook').replaceAll(' ', '-')}`,
        topics: ['company.deleted'],
        active: false,
      }),
  }),
  'a deleted webhook': fixture({
    consumes: ['a webhook'],
    removed: 'a webhook',
    make: async ({ send }, { 'a webhook': webhook }) => {
      await send('DELETE', `/parley/webhooks/${webhook!['id']}`)
      return webhook!
    },
  }),
}

import { byId, fixture } from '../../test/fixtures/fixture.ts'

export const newsItemFixtures = {
  'a news item': fixture({
    needs: ['an admin', 'a newsfeed'],
    params: { news_item_id: byId },
    make: ({ send, unique }, { 'an admin': admin, 'a newsfeed': feed }) =>
      send('POST', '/news/news_items', {
        title: unique('news'),
        body: unique('words'),
        sender_id: Number(admin!['id']),
        state: 'live',
        labels: [unique('label')],
        reactions: ['🎉'],
        cover_image_url: 'https://example.com/cover.png',
        newsfeed_assignments: [{ newsfeed_id: Number(feed!['id']) }],
      }),
  }),
  'a deleted news item': fixture({
    consumes: ['a news item'],
    removed: 'a news item',
    make: async ({ send }, { 'a news item': item }) => {
      await send('DELETE', `/news/news_items/${item!['id']}`)
      return item!
    },
  }),
}

import type { Sample } from '../../test/requests/request.ts'

const details: NonNullable<Sample['body']> = ({ 'an admin': admin, 'a newsfeed': feed }, { unique }) => ({
  title: unique('news'),
  body: unique('words'),
  sender_id: Number(admin['id']),
  state: 'live',
  deliver_silently: true,
  labels: [unique('label')],
  reactions: ['😆', '😅'],
  cover_image_url: 'https://example.com/cover.png',
  newsfeed_assignments: [{ newsfeed_id: Number(feed['id']), published_at: 1_664_638_214 }],
})

export default {
  'GET /news/news_items': {},
  'GET /news/news_items/{}': {},
  'GET /news/newsfeeds/{}/items': {},
  'POST /news/news_items': { needs: ['an admin', 'a newsfeed'], body: details },
  'PUT /news/news_items/{}': { needs: ['an admin', 'a newsfeed'], body: details },
  'DELETE /news/news_items/{}': { fresh: ['a news item'] },
} satisfies Record<string, Sample>

import { step } from '../../test/tour/step.ts'

export default [
  step('POST /news/news_items', {
    needs: ['admin', 'newsfeed'],
    gives: { news: ({ id }) => id },
    go: (c, { admin, newsfeed }) =>
      c.post('/news/news_items', {
        title: 'Halloween is here!',
        body: '<p>New costumes in store for this spooky season</p>',
        labels: ['Product', 'Update', 'New'],
        sender_id: Number(admin),
        deliver_silently: true,
        reactions: ['😆', '😅'],
        state: 'live',
        newsfeed_assignments: [{ newsfeed_id: Number(newsfeed), published_at: 1_664_638_214 }],
      }),
  }),
  step('GET /news/news_items', { needs: ['news'], go: (c) => c.get('/news/news_items') }),
  step('GET /news/news_items/{}', { needs: ['news'], go: (c, { news }) => c.get(`/news/news_items/${news}`) }),
  step('GET /news/newsfeeds/{}/items', {
    needs: ['news', 'newsfeed'],
    go: (c, { newsfeed }) => c.get(`/news/newsfeeds/${newsfeed}/items`),
  }),
  step('PUT /news/news_items/{}', {
    needs: ['news', 'admin'],
    go: (c, { news, admin }) =>
      c.put(`/news/news_items/${news}`, {
        title: 'Christmas is here!',
        body: '<p>New gifts in store for the jolly season</p>',
        sender_id: Number(admin),
        reactions: ['😝', '😂'],
      }),
  }),
  step('DELETE /news/news_items/{}', { ends: ['news'], go: (c, { news }) => c.delete(`/news/news_items/${news}`) }),
]

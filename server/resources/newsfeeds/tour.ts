import { step } from '../../test/tour/step.ts'

export default [
  step('GET /news/newsfeeds', { gives: { newsfeed: (list) => list.data[0].id }, go: (c) => c.get('/news/newsfeeds') }),
  step('GET /news/newsfeeds/{}', {
    needs: ['newsfeed'],
    go: (c, { newsfeed }) => c.get(`/news/newsfeeds/${newsfeed}`),
  }),
  step('GET /parley/newsfeeds', { go: (c) => c.get('/parley/newsfeeds') }),
  step('POST /parley/newsfeeds', {
    gives: { setFeed: ({ id }) => id },
    go: (c) => c.post('/parley/newsfeeds', { name: 'For cafés' }),
  }),
  step('GET /parley/newsfeeds/{}', {
    needs: ['setFeed'],
    go: (c, { setFeed }) => c.get(`/parley/newsfeeds/${setFeed}`),
  }),
  step('PUT /parley/newsfeeds/{}', {
    needs: ['setFeed'],
    go: (c, { setFeed }) => c.put(`/parley/newsfeeds/${setFeed}`, { name: 'For hotels' }),
  }),
  step('DELETE /parley/newsfeeds/{}', {
    ends: ['setFeed'],
    go: (c, { setFeed }) => c.delete(`/parley/newsfeeds/${setFeed}`),
  }),
]

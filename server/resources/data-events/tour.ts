import { step } from '../../test/tour/step.ts'

export default [
  step('POST /events', {
    needs: ['user'],
    go: (c) =>
      c.post('/events', {
        event_name: 'placed-order',
        created_at: 1_768_000_000,
        user_id: 'user-1',
        metadata: { order_date: 1_392_036_272, price: { amount: 34_999, currency: 'eur' } },
      }),
  }),
  step('POST /events', {
    needs: ['lead', 'user'],
    go: (c, { lead }) => c.post('/events', { event_name: 'viewed-prices', created_at: 1_768_000_000, id: lead }),
  }),
  step('POST /events/summaries', {
    needs: ['user'],
    go: (c) =>
      c.post('/events/summaries', {
        user_id: 'user-1',
        event_summaries: { event_name: 'placed-order', count: 7, first: 1_768_000_000, last: 1_768_100_000 },
      }),
  }),
  step('GET /events', { needs: ['user'], go: (c) => c.get('/events?type=user&user_id=user-1&summary=true') }),
  step('GET /events', { needs: ['user'], go: (c) => c.get('/events?type=user&email=ada%40example.com&per_page=1') }),
]

import { step } from '../../test/tour/step.ts'

export default [
  step('GET /visitors', { go: (c) => c.get('/visitors?user_id=visitor-1') }),
  step('PUT /visitors', { go: (c) => c.put('/visitors', { user_id: 'visitor-1', name: 'Gareth' }) }),
  step('POST /visitors/convert', {
    go: (c) =>
      c.post('/visitors/convert', {
        visitor: { user_id: 'visitor-1' },
        user: { email: 'gareth@example.com' },
        type: 'user',
      }),
  }),
]

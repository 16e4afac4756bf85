import { step } from '../../test/tour/step.ts'

export default [
  step('POST /parley/away_status_reasons', {
    gives: { reason: ({ id }) => id },
    go: (c) => c.post('/parley/away_status_reasons', { label: 'Lunch', emoji: '🥪' }),
  }),
  step('PUT /parley/away_status_reasons/{}', {
    needs: ['reason'],
    go: (c, { reason }) => c.put(`/parley/away_status_reasons/${reason}`, { label: 'Lunch break' }),
  }),
  step('GET /away_status_reasons', { go: (c) => c.get('/away_status_reasons') }),
  step('DELETE /parley/away_status_reasons/{}', {
    ends: ['reason'],
    go: (c, { reason }) => c.delete(`/parley/away_status_reasons/${reason}`),
  }),
]

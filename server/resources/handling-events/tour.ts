import { step } from '../../test/tour/step.ts'

export default [
  step('GET /conversations/{}/handling_events', {
    needs: ['handled'],
    go: (c, { handled }) => c.get(`/conversations/${handled}/handling_events`),
  }),
  step('POST /parley/conversations/{}/handling_events', {
    needs: ['handled', 'handler'],
    go: (c, { handled, handler }) =>
      c.post(`/parley/conversations/${handled}/handling_events`, { admin_id: handler, type: 'paused', reason: 'Away' }),
  }),
]

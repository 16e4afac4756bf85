import { step } from '../../test/tour/step.ts'

export default [
  step('GET /export/workflows/{}', {
    needs: ['workflow'],
    go: (c, { workflow }) => c.get(`/export/workflows/${workflow}`),
  }),
  step('POST /parley/workflows', {
    gives: { setWorkflow: ({ id }) => id },
    go: (c) =>
      c.post('/parley/workflows', {
        id: 'late-orders',
        title: 'Late orders',
        trigger_type: 'inbound_conversation',
        conditions: { field: 'source.body', operator: '~', value: 'late' },
        steps: [
          { type: 'reply', body: 'We are looking for it.' },
          { type: 'wait', seconds: 3600 },
          { type: 'close', if: { field: 'open', operator: '=', value: true } },
        ],
        state: 'live',
      }),
  }),
  step('GET /parley/workflows', { needs: ['setWorkflow'], go: (c) => c.get('/parley/workflows') }),
  step('GET /parley/workflows/{}', {
    needs: ['setWorkflow'],
    go: (c, { setWorkflow }) => c.get(`/parley/workflows/${setWorkflow}`),
  }),
  step('PUT /parley/workflows/{}', {
    needs: ['setWorkflow'],
    go: (c, { setWorkflow }) =>
      c.put(`/parley/workflows/${setWorkflow}`, { state: 'paused', steps: [{ type: 'close' }] }),
  }),
  step('GET /parley/workflows/{}/runs', {
    needs: ['setWorkflow'],
    go: (c, { setWorkflow }) => c.get(`/parley/workflows/${setWorkflow}/runs`),
  }),
  step('DELETE /parley/workflows/{}', {
    ends: ['setWorkflow'],
    go: (c, { setWorkflow }) => c.delete(`/parley/workflows/${setWorkflow}`),
  }),
]

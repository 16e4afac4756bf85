import { step } from '../../test/tour/step.ts'

export default [
  step('GET /ticket_states', { go: (c) => c.get('/ticket_states') }),
  step('GET /parley/ticket_states', { go: (c) => c.get('/parley/ticket_states') }),
  step('POST /parley/ticket_states', {
    gives: { setState: ({ id }) => id },
    go: (c) =>
      c.post('/parley/ticket_states', {
        category: 'in_progress',
        internal_label: 'With the workshop',
        external_label: 'Being repaired',
      }),
  }),
  step('PUT /parley/ticket_states/{}', {
    needs: ['setState'],
    go: (c, { setState }) => c.put(`/parley/ticket_states/${setState}`, { external_label: 'In repair' }),
  }),
  step('POST /parley/ticket_states/{}/archive', {
    needs: ['setState'],
    go: (c, { setState }) => c.post(`/parley/ticket_states/${setState}/archive`),
  }),
  step('POST /parley/ticket_states/{}/unarchive', {
    needs: ['setState'],
    go: (c, { setState }) => c.post(`/parley/ticket_states/${setState}/unarchive`),
  }),
]

import { step } from '../../test/tour/step.ts'

export default [
  step('POST /audiences', {
    gives: { audience: ({ id }) => id },
    go: (c) =>
      c.post('/audiences', {
        name: 'Customers of Acme',
        predicates: [{ attribute: 'company.name', type: 'string', comparison: 'contains', value: 'Acme' }],
        role_predicates: [{ attribute: 'role', type: 'role', comparison: 'eq', value: 'user' }],
      }),
  }),
  step('GET /audiences', { needs: ['audience'], go: (c) => c.get('/audiences') }),
  step('GET /audiences/{}', { needs: ['audience'], go: (c, { audience }) => c.get(`/audiences/${audience}`) }),
  step('PUT /audiences/{}', {
    needs: ['audience'],
    go: (c, { audience }) =>
      c.put(`/audiences/${audience}`, {
        predicates: [{ attribute: 'email', type: 'string', comparison: 'ends_with', value: 'example.com' }],
      }),
  }),
  step('DELETE /audiences/{}', { ends: ['audience'], go: (c, { audience }) => c.delete(`/audiences/${audience}`) }),
  step('POST /parley/audiences/preview', {
    go: (c) =>
      c.post('/parley/audiences/preview', {
        predicates: [{ attribute: 'email', type: 'string', comparison: 'ends_with', value: 'example.com' }],
      }),
  }),
]

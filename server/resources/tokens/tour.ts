import { step } from '../../test/tour/step.ts'

export default [
  step('GET /parley/tokens', { go: (c) => c.get('/parley/tokens') }),
  step('POST /parley/tokens', {
    needs: ['setAdmin'],
    gives: { setToken: ({ id }) => id },
    go: (c, { setAdmin }) => c.post('/parley/tokens', { name: 'CRM sync', admin_id: setAdmin }),
  }),
  step('PUT /parley/tokens/{}', {
    needs: ['setToken', 'setAdmin'],
    go: (c, { setToken }) => c.put(`/parley/tokens/${setToken}`, { name: 'CRM', settings: true }),
  }),
  step('DELETE /parley/tokens/{}', {
    needs: ['setAdmin'],
    ends: ['setToken'],
    go: (c, { setToken }) => c.delete(`/parley/tokens/${setToken}`),
  }),
]

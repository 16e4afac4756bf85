import { step } from '../../test/tour/step.ts'

export default [
  step('GET /macros', { gives: { macro: ({ data: [macro] }) => macro.id }, go: (c) => c.get('/macros') }),
  step('GET /macros/{}', { needs: ['macro'], go: (c, { macro }) => c.get(`/macros/${macro}`) }),
  step('POST /parley/macros', {
    gives: { setMacro: ({ id }) => id },
    go: (c) =>
      c.post('/parley/macros', {
        name: 'Order is ready',
        body: "<p>Hi {{user.first_name | fallback: 'there'}}, your order is ready.</p>",
      }),
  }),
  step('GET /parley/macros', { go: (c) => c.get('/parley/macros') }),
  step('GET /parley/macros/{}', {
    needs: ['setMacro'],
    go: (c, { setMacro }) => c.get(`/parley/macros/${setMacro}`),
  }),
  step('PUT /parley/macros/{}', {
    needs: ['setMacro'],
    go: (c, { setMacro }) => c.put(`/parley/macros/${setMacro}`, { available_on: ['inbox'] }),
  }),
  step('POST /parley/macros/{}/preview', {
    needs: ['setMacro'],
    go: (c, { setMacro }) => c.post(`/parley/macros/${setMacro}/preview`, {}),
  }),
  step('DELETE /parley/macros/{}', {
    ends: ['setMacro'],
    go: (c, { setMacro }) => c.delete(`/parley/macros/${setMacro}`),
  }),
]

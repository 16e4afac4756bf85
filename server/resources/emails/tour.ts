import { step } from '../../test/tour/step.ts'

export default [
  step('GET /emails', { go: (c) => c.get('/emails') }),
  step('GET /emails/{}', { needs: ['address'], go: (c, { address }) => c.get(`/emails/${address}`) }),
  step('POST /parley/emails', {
    needs: ['setBrand'],
    gives: { setAddress: ({ id }) => id },
    go: (c, { setBrand }) =>
      c.post('/parley/emails', {
        email: 'hello@fernhill.example',
        brand_id: setBrand,
        verified: true,
        default: true,
      }),
  }),
  step('PUT /parley/emails/{}', {
    needs: ['setAddress', 'setBrand'],
    go: (c, { setAddress }) => c.put(`/parley/emails/${setAddress}`, { forwarding_enabled: true }),
  }),
  step('DELETE /parley/emails/{}', {
    needs: ['setBrand'],
    ends: ['setAddress'],
    go: (c, { setAddress }) => c.delete(`/parley/emails/${setAddress}`),
  }),
]

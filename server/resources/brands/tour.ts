import { step } from '../../test/tour/step.ts'

export default [
  step('GET /brands', { gives: { brand: ({ data: [brand] }) => brand.id }, go: (c) => c.get('/brands') }),
  step('GET /brands/{}', { needs: ['brand'], go: (c, { brand }) => c.get(`/brands/${brand}`) }),
  step('POST /parley/brands', {
    gives: { setBrand: ({ id }) => id },
    go: (c) => c.post('/parley/brands', { name: 'Fernhill at home' }),
  }),
  step('PUT /parley/brands/{}', {
    needs: ['setBrand'],
    go: (c, { setBrand }) => c.put(`/parley/brands/${setBrand}`, { help_center_id: null }),
  }),
  step('DELETE /parley/brands/{}', {
    ends: ['setBrand'],
    go: (c, { setBrand }) => c.delete(`/parley/brands/${setBrand}`),
  }),
]

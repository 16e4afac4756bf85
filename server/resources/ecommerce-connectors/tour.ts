import { step } from '../../test/tour/step.ts'

export default [
  step('POST /ecommerce/connectors/{}/catalog', {
    needs: ['shop', 'catalog'],
    go: (c, { shop, catalog }) =>
      c.post(`/ecommerce/connectors/${shop}/catalog`, { finalize: true, import_job_id: catalog }),
  }),
  step('GET /parley/ecommerce_connectors', { go: (c) => c.get('/parley/ecommerce_connectors') }),
  step('POST /parley/ecommerce_connectors', {
    gives: { setShop: ({ id }) => id },
    go: (c) => c.post('/parley/ecommerce_connectors', { id: 'parts', name: 'Spare parts' }),
  }),
  step('GET /parley/ecommerce_connectors/{}/products', {
    needs: ['setShop'],
    go: (c, { setShop }) => c.get(`/parley/ecommerce_connectors/${setShop}/products`),
  }),
  step('DELETE /parley/ecommerce_connectors/{}', {
    ends: ['setShop'],
    go: (c, { setShop }) => c.delete(`/parley/ecommerce_connectors/${setShop}`),
  }),
]

import type { Sample } from '../../test/requests/request.ts'
import { formOf } from './test-scene.ts'

export default {
  'POST /ecommerce/connectors/{}/catalog': {
    fresh: ['an e-commerce connector'],
    // Sends a part, which the request ends.
    before: async (given, { app, workspace }) => {
      const shop = given['an e-commerce connector']
      const client = app.client({ token: workspace.token, version: 'Preview' })
      const form = formOf({ catalog: [{ id: 'a', title: 'A', url: 'https://shop.example/a' }], finalize: false })
      const { body } = await client.post(`/ecommerce/connectors/${shop['id']}/catalog`, form)
      shop['upload'] = body.import_job_id ?? shop['upload']
    },
    body: (given) => ({ finalize: true, import_job_id: given['an e-commerce connector']['upload'] }),
  },
  'GET /parley/ecommerce_connectors': {},
  'POST /parley/ecommerce_connectors': {
    body: (_, { unique }) => ({ name: unique('shop'), id: unique('shop').toLowerCase().replaceAll(' ', '-') }),
  },
  'GET /parley/ecommerce_connectors/{}/products': {},
  'DELETE /parley/ecommerce_connectors/{}': { fresh: ['an e-commerce connector'] },
} satisfies Record<string, Sample>

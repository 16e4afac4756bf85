import { runBulkJobs } from '../../tasks.ts'
import { byId, fixture } from '../../test/fixtures/fixture.ts'
import { formOf } from './test-scene.ts'

export const ecommerceConnectorFixtures = {
  'an e-commerce connector': fixture({
    params: { ecommerce_connector_id: byId },
    async make({ app, workspace, send, unique, ordinal }) {
      const made = await send('POST', '/parley/ecommerce_connectors', { name: unique('shop') })
      const catalog = ['a', 'b'].map((id) => ({
        id: `${id}${ordinal()}`,
        title: unique('product'),
        url: 'https://shop.example/product',
      }))
      await send('POST', `/ecommerce/connectors/${made['id']}/catalog`, formOf({ catalog }))
      const [upload] = await app.db<[{ job_id: number }]>`
        select job_id from catalog_uploads where workspace_id = ${workspace.id} order by id desc limit 1`
      await runBulkJobs.run(app, { workspace_id: workspace.id, ...upload })
      return made
    },
  }),
  'a deleted e-commerce connector': fixture({
    consumes: ['an e-commerce connector'],
    removed: 'an e-commerce connector',
    make: async ({ send }, { 'an e-commerce connector': made }) => {
      await send('DELETE', `/parley/ecommerce_connectors/${made!['id']}`)
      return made!
    },
  }),
}

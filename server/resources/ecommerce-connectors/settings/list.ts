import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { EcommerceConnector, presentConnector } from '../connector.ts'
import * as queries from '../queries.ts'

export const listEcommerceConnectors = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/ecommerce_connectors',
  group: 'Ecommerce Connectors',
  summary: 'List all e-commerce connectors',
  description: 'Each with its last upload, and why products of it were refused.',
  reply: list(EcommerceConnector),
  answer: 'The connectors.',
  handle: async ({ db, workspaceId }) => ({
    type: 'list' as const,
    data: (await queries.listConnectors(db, workspaceId)).map(presentConnector),
  }),
})

import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import * as queries from '../queries.ts'

export const deleteEcommerceConnector = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/ecommerce_connectors/{ecommerce_connector_id}',
  group: 'Ecommerce Connectors',
  summary: 'Delete an e-commerce connector',
  description: 'Its products are deleted with it.',
  params: Type.Object({ ecommerce_connector_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted connector.',
  async handle({ db, workspaceId }, { params }) {
    const { id } = await queries.getConnector(db, workspaceId, params.ecommerce_connector_id)
    await queries.deleteConnector(db, workspaceId, id)
    return presentDeleted('ecommerce_connector', id)
  },
})

import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { DeletedObject, presentDeletedObject } from '../../schema/deleted.ts'
import { refuseUsed } from './in-use.ts'
import { deleteConnector, lockConnector } from './queries.ts'

export const deleteDataConnector = operation({
  method: 'DELETE',
  path: '/data_connectors/{data_connector_id}',
  group: 'Data Connectors',
  summary: 'Delete a data connector',
  description: 'It must be a draft that no workflow runs. Its versions and execution results go with it.',
  scopes: ['read_write_data_connectors'],
  params: Type.Object({ data_connector_id: Type.String() }),
  reply: DeletedObject('data_connector'),
  answer: 'The id of the deleted data connector.',
  handle: async (ctx, { params }) => {
    // Workflows are not saved meanwhile.
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const row = await lockConnector(ctx.db, ctx.workspaceId, params.data_connector_id)
    if (row.state !== 'draft') throw apiError(409, 'conflict', 'Data connector must be in draft state to be deleted')
    await refuseUsed(ctx, row.connector_id, 'cannot be deleted')
    await deleteConnector(ctx.db, ctx.workspaceId, row.connector_id)
    return presentDeletedObject('data_connector', row.connector_id)
  },
})

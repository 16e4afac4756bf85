import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getConnector, getVersion } from './queries.ts'
import { DataConnectorVersionDetail, presentVersionDetail } from './version.ts'

export const getDataConnectorVersion = operation({
  method: 'GET',
  path: '/data_connectors/{data_connector_id}/versions/{data_connector_version_id}',
  group: 'Data Connectors',
  summary: 'Retrieve a version of a data connector',
  description: 'With the configuration that the data connector has in it.',
  inferred: 'the form of the configuration, and the codes of the 404s',
  scopes: ['read_data_connector_versions', 'read_write_data_connector_versions'],
  params: Type.Object({ data_connector_id: Type.String(), data_connector_version_id: Type.String() }),
  reply: DataConnectorVersionDetail,
  answer: 'The version.',
  handle: async ({ db, workspaceId }, { params }) => {
    const { connector_id } = await getConnector(db, workspaceId, params.data_connector_id)
    return presentVersionDetail(await getVersion(db, workspaceId, connector_id, params.data_connector_version_id))
  },
})

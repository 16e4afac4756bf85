import Type from 'typebox'
import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { shownAs } from '../../schema/types.ts'
import { DataConnectorDetail, presentConnectorDetail } from './data-connector.ts'
import { getConnector, type StateVersion } from './queries.ts'

const Shown = Type.Enum(['live', 'draft'], { description: 'The version to show: the `live` one by default.' })

export const getDataConnector = operation({
  method: 'GET',
  path: '/data_connectors/{data_connector_id}',
  group: 'Data Connectors',
  summary: 'Retrieve a data connector',
  description: 'With its whole configuration. One that is not live has its draft only, and is shown by it.',
  scopes: ['read_workflow_connector_execution_result', 'read_write_data_connectors'],
  params: Type.Object({ data_connector_id: Type.String() }),
  query: Type.Object({ state_version: Type.Optional(shownAs(Shown, Type.String())) }),
  reply: DataConnectorDetail,
  answer: 'The data connector.',
  handle: async (ctx, { params, query }) =>
    presentConnectorDetail(
      await getConnector(ctx.db, ctx.workspaceId, params.data_connector_id, readStateVersion(query.state_version)),
    ),
})

function readStateVersion(text: string | undefined): StateVersion {
  if (text === undefined || text === 'live' || text === 'draft') return text ?? 'live'
  throw parameterInvalid('Invalid state_version. Must be one of: live, draft')
}

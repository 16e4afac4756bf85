import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { checkBodyType } from './check-templates.ts'
import { checkTokenUrl } from './check-token-url.ts'
import { AUDIENCES, DataConnectorDetail, presentConnectorDetail } from './data-connector.ts'
import { ConnectorDetails, configurationOf, readName } from './details.ts'
import { getConnector, insertConnector, insertDraft } from './queries.ts'
import { restoreHidden } from './restore-hidden.ts'

export const createDataConnector = operation({
  method: 'POST',
  path: '/data_connectors',
  group: 'Data Connectors',
  summary: 'Create a data connector',
  description: 'It is a draft at first. Once it has an address and its inputs, set its `state` to `live`.',
  scopes: ['read_write_data_connectors'],
  body: described(ConnectorDetails, 'The configuration of the new data connector. It needs a name.'),
  reply: DataConnectorDetail,
  answer: 'The new data connector.',
  status: 201,
  handle: async (ctx, { body }) => {
    const { db, workspaceId, actor, now } = ctx
    const name = readName(body.name)
    restoreHidden(body.headers ?? [], () => [])
    const id = await insertConnector(db, workspaceId, actor.adminId, now)
    const configuration = {
      http_method: 'get',
      audiences: [...AUDIENCES] as string[],
      internal_description: '',
      ...(await configurationOf(ctx, id, body)),
      name,
    }
    await checkTokenUrl(ctx, configuration)
    await insertDraft(
      db,
      workspaceId,
      { connector_id: id, author_admin_id: actor.adminId, created_at: now },
      configuration,
    )
    const row = await getConnector(db, workspaceId, id)
    checkBodyType(ctx, row)
    return presentConnectorDetail(row)
  },
})

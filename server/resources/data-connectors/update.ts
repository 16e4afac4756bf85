import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, shownAs } from '../../schema/types.ts'
import { checkBodyType, checkTemplates } from './check-templates.ts'
import { checkTokenUrl } from './check-token-url.ts'
import { DataConnectorDetail, presentConnectorDetail } from './data-connector.ts'
import { configurationOf, connectorDetails } from './details.ts'
import { readHeaders } from './headers.ts'
import { refuseBreaking, refuseUsed } from './in-use.ts'
import {
  getConnector,
  insertDraft,
  lockConnector,
  publishVersion,
  updateConnector,
  updateDraft,
  type Configuration,
  type ConnectorRow,
} from './queries.ts'
import { restoreHidden } from './restore-hidden.ts'

const State = Type.Enum(['draft', 'live'], {
  description:
    '`live` publishes the draft, which must declare each placeholder of its `url`, `headers` and `body` as an input, ' +
    'and fit the inputs that live workflows pass; `draft` takes the live version away.',
})

export const updateDataConnector = operation({
  method: 'PATCH',
  path: '/data_connectors/{data_connector_id}',
  group: 'Data Connectors',
  summary: 'Update a data connector',
  description:
    'Missing properties stay as they are; given lists replace theirs. Changes are those of the draft, and a live ' +
    'connector does as before until they are published by `"state": "live"`, in this request or a later one.',
  scopes: ['read_write_data_connectors'],
  params: Type.Object({ data_connector_id: Type.String() }),
  body: described(
    Type.Object({ ...connectorDetails, state: Type.Optional(shownAs(State, Type.String())) }),
    'The properties to change.',
  ),
  reply: DataConnectorDetail,
  answer: 'The data connector as its draft is now.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, actor, now } = ctx
    const { state } = body
    if (state !== undefined && state !== 'draft' && state !== 'live')
      throw apiError(422, 'parameter_invalid', 'Invalid state. Must be one of: draft, live')
    // Workflows are not saved meanwhile.
    if (state !== undefined) await lockWorkspace(db, workspaceId)
    const row = await lockConnector(db, workspaceId, params.data_connector_id)
    const live = row.state === 'live' ? await getConnector(db, workspaceId, row.connector_id) : undefined
    const shown = live && live.id !== row.id ? [row, live] : [row]
    const headers =
      body.headers && restoreHidden(body.headers, () => shown.map((version) => readHeaders(ctx.secrets, version)))
    const changes = await configurationOf(ctx, row.connector_id, { ...body, ...(headers && { headers }) })
    // Once described, a connector keeps words for teammates of its own.
    if (row.internal_description === null && body.internal_description === undefined && body.description)
      changes.internal_description = body.description
    if (row.internal_description === null && body.internal_description === null) delete changes.internal_description
    if (state === 'live' || 'url' in changes || 'token_ids' in changes) await checkTokenUrl(ctx, { ...row, ...changes })
    await writeDraft(ctx, row, changes)
    if (state === 'draft' && row.state === 'live') await refuseUsed(ctx, row.connector_id, 'cannot be set to draft')
    const readDraft = () => getConnector(db, workspaceId, row.connector_id, 'draft')
    if (headers || body.body !== undefined || state === 'live') {
      const draft = await readDraft()
      checkBodyType(ctx, draft)
      if (state === 'live') {
        checkTemplates(ctx, draft)
        await refuseBreaking(ctx, live, draft)
        await publishVersion(db, workspaceId, draft.id, now)
      }
    }
    await updateConnector(db, workspaceId, row.connector_id, {
      ...(state !== undefined && { state }),
      updated_by_admin_id: actor.adminId,
      updated_at: now,
    })
    return presentConnectorDetail(await readDraft())
  },
})

/** Published versions stay as they are: the first change after one makes a draft of it. */
async function writeDraft(ctx: Ctx, row: ConnectorRow, changes: Partial<Configuration>): Promise<void> {
  if (Object.keys(changes).length === 0) return
  const { db, workspaceId, actor, now } = ctx
  if (row.published_at === null)
    return updateDraft(db, workspaceId, row.id, { ...changes, author_admin_id: actor.adminId })
  const of = { connector_id: row.connector_id, author_admin_id: actor.adminId, created_at: now }
  await insertDraft(db, workspaceId, of, { ...configurationIn(row), ...changes })
}

const configurationIn = (row: ConnectorRow): Configuration => ({
  name: row.name,
  description: row.description,
  internal_description: row.internal_description,
  http_method: row.http_method,
  url: row.url,
  body: row.body,
  header_names: row.header_names,
  header_values: row.header_values,
  direct_fin_usage: row.direct_fin_usage,
  audiences: row.audiences,
  token_ids: row.token_ids,
  data_inputs: row.data_inputs,
  mock_response: row.mock_response,
  response_fields: row.response_fields,
  customer_authentication: row.customer_authentication,
  bypass_authentication: row.bypass_authentication,
  validate_missing_attributes: row.validate_missing_attributes,
})

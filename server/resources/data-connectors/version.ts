/** The version of a data connector on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described, model, Nullable, Reference } from '../../schema/types.ts'
import { DataConnectorDetail, isoSeconds, presentConnectorDetail } from './data-connector.ts'
import type { ConnectorRow } from './queries.ts'

const version = {
  type: Type.Literal('data_connector_version'),
  entity_version_id: described(Type.Integer(), 'The id of the version.'),
  status: described(
    Type.Enum(['live', 'paused', 'draft', 'previously_live']),
    'Its part today. `paused` is the version that was live before the data connector was set to draft.',
  ),
  note: described(Nullable(Type.String()), 'A note of teammates; null for none.'),
  author: described(Nullable(Reference), 'The admin who last wrote it; null if unknown.'),
  created_at: described(Type.String(), 'When the version was begun, in ISO 8601.'),
}

export const DataConnectorVersion = model('data_connector_version', version)
export const DataConnectorVersionDetail = model('data_connector_version_detail', {
  ...version,
  configuration: described(DataConnectorDetail, 'The data connector as this version has it.'),
})

export const presentVersion = (row: ConnectorRow): Static<typeof DataConnectorVersion> => ({
  type: 'data_connector_version',
  entity_version_id: row.id,
  status: statusOf(row),
  note: row.note,
  author: row.author_admin_id === null ? null : { type: 'admin', id: String(row.author_admin_id) },
  created_at: isoSeconds(row.created_at),
})

export const presentVersionDetail = (row: ConnectorRow): Static<typeof DataConnectorVersionDetail> => ({
  ...presentVersion(row),
  configuration: presentConnectorDetail(row),
})

function statusOf(row: ConnectorRow) {
  if (row.published_at === null) return 'draft'
  if (row.id !== row.published_id) return 'previously_live'
  return row.state === 'live' ? 'live' : 'paused'
}

import Type from 'typebox'
import { apiError } from '../../http/errors.ts'
import { readOptionalText } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described, Nullable } from '../../schema/types.ts'
import { getVersion, lockConnector, updateNote } from './queries.ts'
import { DataConnectorVersion, presentVersion } from './version.ts'

export const annotateDataConnectorVersion = operation({
  method: 'PATCH',
  path: '/data_connectors/{data_connector_id}/versions/{data_connector_version_id}',
  group: 'Data Connectors',
  summary: 'Change the note of a version of a data connector',
  description: 'Nothing else of a version can be changed. A blank note is none.',
  inferred: 'the codes of the 404s and of the 422',
  scopes: ['read_write_data_connector_versions'],
  params: Type.Object({ data_connector_id: Type.String(), data_connector_version_id: Type.String() }),
  body: described(
    Type.Object({
      note: Type.Optional(
        Nullable(Type.String({ maxLength: 10_000, description: 'The note; null or blank for none. Required.' })),
      ),
    }),
    'The note.',
  ),
  reply: DataConnectorVersion,
  answer: 'The version with its note.',
  handle: async ({ db, workspaceId }, { params, body }) => {
    const { connector_id } = await lockConnector(db, workspaceId, params.data_connector_id)
    const row = await getVersion(db, workspaceId, connector_id, params.data_connector_version_id)
    if (body.note === undefined) throw apiError(422, 'parameter_not_found', 'note is required')
    const note = readOptionalText(body.note)
    await updateNote(db, workspaceId, row.id, note)
    return presentVersion({ ...row, note })
  },
})

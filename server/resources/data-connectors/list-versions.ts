import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { clampedPageQuery, PagedList, pageSize, presentPaged, readIdCursor } from './pages.ts'
import { getConnector, listVersions } from './queries.ts'
import { DataConnectorVersion, presentVersion } from './version.ts'

const [USUAL, MOST] = [20, 50]

export const listDataConnectorVersions = operation({
  method: 'GET',
  path: '/data_connectors/{data_connector_id}/versions',
  group: 'Data Connectors',
  summary: 'List all versions of a data connector',
  description: 'Newest first. One that was never live has none.',
  inferred: 'the 404, and the fields of a version besides type, status, note, author, created_at, entity_version_id',
  scopes: ['read_data_connector_versions', 'read_write_data_connector_versions'],
  params: Type.Object({ data_connector_id: Type.String() }),
  query: Type.Object(clampedPageQuery(USUAL, MOST)),
  reply: PagedList(DataConnectorVersion),
  answer: 'A page of its versions.',
  handle: async ({ db, workspaceId }, { params, query }) => {
    const perPage = pageSize(query.per_page, USUAL, MOST)
    const before = readIdCursor(query.starting_after)
    const connector = await getConnector(db, workspaceId, params.data_connector_id)
    const rows =
      connector.published_id === null
        ? []
        : await listVersions(db, workspaceId, connector.connector_id, before, perPage + 1)
    return presentPaged(rows, perPage, { present: presentVersion, cursorOf: ({ id }) => [id] })
  },
})

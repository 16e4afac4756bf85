import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { DataConnector, presentConnector } from './data-connector.ts'
import { PagedList, pageQuery, pageSize, presentPaged, readTimeCursor } from './pages.ts'
import { listConnectors } from './queries.ts'

const [USUAL, MOST] = [20, 50]

export const listDataConnectors = operation({
  method: 'GET',
  path: '/data_connectors',
  group: 'Data Connectors',
  summary: 'List all data connectors',
  description: 'The most recently changed first. A live one is shown as it is live.',
  scopes: ['read_workflow_connector_execution_result', 'read_write_data_connectors'],
  query: Type.Object(pageQuery(USUAL, MOST)),
  reply: PagedList(DataConnector),
  answer: 'A page of the data connectors.',
  handle: async (ctx, { query }) => {
    const perPage = pageSize(query.per_page, USUAL, MOST)
    const rows = await listConnectors(ctx.db, ctx.workspaceId, readTimeCursor(query.starting_after), perPage + 1)
    return presentPaged(rows, perPage, {
      present: presentConnector,
      cursorOf: (row) => [row.updated_at.getTime(), row.connector_id],
    })
  },
})

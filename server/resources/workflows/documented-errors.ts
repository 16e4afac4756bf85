import { row, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  row('GET /export/workflows/{}', 404, 'not_found', 'Workflow not found', () => ['/export/workflows/none']),
] satisfies ErrorRow[]

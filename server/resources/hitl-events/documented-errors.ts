import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /conversations/{}/hitl_events': () => ['/conversations/999999999/hitl_events'],
  }),
] satisfies ErrorRow[]

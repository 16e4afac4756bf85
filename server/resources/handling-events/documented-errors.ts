import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /conversations/{}/handling_events': () => ['/conversations/999999999/handling_events'],
  }),
] satisfies ErrorRow[]

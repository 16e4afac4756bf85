import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /help_center/help_centers/{}': () => ['/help_center/help_centers/123'],
  }),
] satisfies ErrorRow[]

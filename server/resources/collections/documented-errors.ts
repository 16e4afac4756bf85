import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  row('POST /help_center/collections', 400, 'parameter_not_found', 'Name is a required parameter.', () => [
    '/help_center/collections',
    { description: 'x' },
  ]),
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /help_center/collections/{}': () => ['/help_center/collections/123'],
    'PUT /help_center/collections/{}': () => ['/help_center/collections/123', { name: 'x' }],
    'DELETE /help_center/collections/{}': () => ['/help_center/collections/123'],
    'GET /help_center/sections/{}': () => ['/help_center/sections/123'],
    'PUT /help_center/sections/{}': () => ['/help_center/sections/123', { name: 'x' }],
    'DELETE /help_center/sections/{}': () => ['/help_center/sections/123'],
  }),
] satisfies ErrorRow[]

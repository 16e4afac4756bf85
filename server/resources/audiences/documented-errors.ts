import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /audiences/{}': () => ['/audiences/0'],
    'PUT /audiences/{}': () => ['/audiences/0', { name: 'Everybody' }],
    'DELETE /audiences/{}': () => ['/audiences/0'],
  }),
  row('POST /audiences', 422, 'validation_error', 'Name is required', () => ['/audiences', {}]),
  row('PUT /audiences/{}', 422, 'validation_error', 'Name must not be blank', async ({ given }) => [
    `/audiences/${(await given('an audience'))['id']}`,
    { name: ' ' },
  ]),
] satisfies ErrorRow[]

import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

export default [
  ...rows(404, 'not_found', 'Folder not found', {
    'GET /folders/{}': () => ['/folders/0'],
    'PUT /folders/{}': () => ['/folders/0', { folder: { name: 'Engines' } }],
    'DELETE /folders/{}': () => ['/folders/0'],
  }),
  row('POST /folders', 400, 'parameter_not_found', 'folder is a required parameter', () => ['/folders', {}]),
  row(
    'PUT /folders/{}',
    400,
    'parameter_invalid',
    'folder.name must not be blank',
    async ({ given }) => [`/folders/${(await given('a folder'))['id']}`, { folder: { name: ' ' } }],
    { field: 'folder.name' },
  ),
] satisfies ErrorRow[]

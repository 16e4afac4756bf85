import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const UNKNOWN = 'audience_ids contains unknown audience IDs: 999'

export default [
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /internal_articles/{}': () => ['/internal_articles/0'],
    'PUT /internal_articles/{}': () => ['/internal_articles/0', { title: 'Christmas is here!' }],
    'DELETE /internal_articles/{}': () => ['/internal_articles/0'],
  }),
  row(
    'POST /internal_articles',
    400,
    'parameter_not_found',
    'author_id must be in the main body or default locale translated_content object',
    () => ['/internal_articles', { title: 'Thanks for everything', body: 'Body of the Internal Article' }],
  ),
  row(
    'POST /internal_articles',
    404,
    'parameter_invalid',
    UNKNOWN,
    ({ adminId }) => [
      '/internal_articles',
      { title: 'Thanks', author_id: adminId, owner_id: adminId, audience_ids: [999] },
    ],
    { since: '2.16' },
  ),
  row(
    'PUT /internal_articles/{}',
    404,
    'parameter_invalid',
    UNKNOWN,
    async ({ given }) => [`/internal_articles/${(await given('an internal article'))['id']}`, { audience_ids: [999] }],
    { since: '2.16' },
  ),
] satisfies ErrorRow[]

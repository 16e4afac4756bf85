import type { Ground } from '../../test/documented-errors/ground.ts'
import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const at = async ({ given }: Ground) => `/content_snippets/${(await given('a content snippet'))['id']}`

export default [
  ...rows(404, 'not_found', 'Content snippet not found', {
    'GET /content_snippets/{}': () => ['/content_snippets/0'],
    'PUT /content_snippets/{}': () => ['/content_snippets/0', { title: 'Hello' }],
    'DELETE /content_snippets/{}': () => ['/content_snippets/0'],
  }),
  ...rows(404, 'parameter_invalid', 'audience_ids contains unknown audience IDs: 999', {
    'POST /content_snippets': () => ['/content_snippets', { title: 'Hello', audience_ids: [999] }],
    'PUT /content_snippets/{}': async (ground) => [await at(ground), { audience_ids: [999] }],
  }),
  ...rows(422, 'validation_error', 'The language is not currently supported for Fin', {
    'POST /content_snippets': () => ['/content_snippets', { title: 'Hello', locale: 'tlh' }],
    'PUT /content_snippets/{}': async (ground) => [await at(ground), { locale: 'tlh' }],
  }),
] satisfies ErrorRow[]

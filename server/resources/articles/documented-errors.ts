import type { Ground } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'
import { AUTHOR_MISSING } from './write-texts.ts'

const pathOf = async ({ another }: Ground, name: 'an article' | 'a published article' | 'an article with a draft') =>
  `/articles/${(await another(name))['id']}`

const newArticle = ({ adminId }: Ground, more: object): [string, object] => [
  '/articles',
  { title: 'x', author_id: adminId, ...more },
]

const LATER = '2100-01-01T00:00:00Z'
const BOTH = { scheduled_publish_at: LATER, scheduled_unpublish_at: LATER }
const AS_DRAFT = { state: 'draft', scheduled_publish_at: LATER }

export default [
  row('POST /articles', 400, 'parameter_not_found', AUTHOR_MISSING, () => ['/articles', { title: 'x' }]),
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /articles/{}': () => ['/articles/123'],
    'PUT /articles/{}': () => ['/articles/123', { title: 'x' }],
    'DELETE /articles/{}': () => ['/articles/123'],
  }),
  ...rows(404, 'not_found', 'Object not found', {
    'GET /articles/{}/draft': async (ground) => [`${await pathOf(ground, 'a published article')}/draft`],
    'PUT /articles/{}/draft': () => ['/articles/123/draft', { title: 'x' }],
    'POST /articles/{}/draft/publish': () => ['/articles/123/draft/publish', {}],
    'GET /articles/{}/versions': () => ['/articles/123/versions'],
    'GET /articles/{}/versions/{}': async (ground) => [`${await pathOf(ground, 'an article')}/versions/123`],
  }),
  ...rows(400, 'parameter_invalid', 'Unknown locale', {
    'GET /articles/{}/versions': async (ground) => [`${await pathOf(ground, 'an article')}/versions?locale=xx`],
    'GET /articles/{}/versions/{}': async (ground) => [`${await pathOf(ground, 'an article')}/versions/1?locale=xx`],
  }),
  ...rows(404, 'article_not_found', 'Article not found', {
    'POST /articles/{}/tags': async ({ newTag }) => ['/articles/123/tags', { id: await newTag() }],
    'DELETE /articles/{}/tags/{}': async ({ newTag }) => [`/articles/123/tags/${await newTag()}`],
  }),
  ...rows(404, 'tag_not_found', 'Tag not found', {
    'POST /articles/{}/tags': async (ground) => [`${await pathOf(ground, 'an article')}/tags`, { id: '123' }],
    'DELETE /articles/{}/tags/{}': async (ground) => [`${await pathOf(ground, 'an article')}/tags/123`],
  }),
  row(
    'PUT /articles/{}/draft',
    422,
    'parameter_invalid',
    'Article must be published before a draft can be staged',
    async (ground) => [`${await pathOf(ground, 'an article')}/draft`, { title: 'x' }],
  ),
  row(
    'POST /articles/{}/draft/publish',
    422,
    'parameter_invalid',
    'Article has no draft to publish',
    async (ground) => [`${await pathOf(ground, 'a published article')}/draft/publish`, {}],
  ),
  row(
    'POST /articles/{}/draft/publish',
    422,
    'parameter_not_found',
    'locales must be specified to publish a draft on a multilingual workspace',
    async (ground) => [`${await multilingual(ground)}/draft/publish`, {}],
  ),
  row(
    'POST /articles/{}/draft/publish',
    422,
    'parameter_invalid',
    'Cannot publish a draft for locale(s) without pending changes: fr',
    async (ground) => [`${await multilingual(ground)}/draft/publish`, { locales: ['fr'] }],
  ),
  row(
    'POST /articles',
    400,
    'parameter_invalid',
    'Cannot schedule a publish while setting state to draft',
    (ground) => newArticle(ground, AS_DRAFT),
    { field: 'scheduled_publish_at', since: '2.16' },
  ),
  row(
    'PUT /articles/{}',
    400,
    'parameter_invalid',
    'Cannot schedule a publish while setting state to draft',
    async (ground) => [await pathOf(ground, 'an article'), AS_DRAFT],
    { field: 'scheduled_publish_at', since: '2.16' },
  ),
  row(
    'POST /articles',
    400,
    'parameter_invalid',
    'Cannot set scheduled_publish_at and scheduled_unpublish_at in the same request',
    (ground) => newArticle(ground, BOTH),
    { field: 'scheduled_unpublish_at', since: '2.16' },
  ),
  row(
    'PUT /articles/{}',
    400,
    'parameter_invalid',
    'Cannot set scheduled_publish_at and scheduled_unpublish_at in the same request',
    async (ground) => [await pathOf(ground, 'an article'), BOTH],
    { field: 'scheduled_unpublish_at', since: '2.16' },
  ),
  row(
    'PUT /articles/{}',
    400,
    'parameter_invalid',
    'Cannot schedule unpublish for an article that has never been published',
    async (ground) => [await pathOf(ground, 'an article'), { scheduled_unpublish_at: LATER }],
    { field: 'scheduled_unpublish_at', since: '2.16' },
  ),
] satisfies ErrorRow[]

/** An article of which English has a draft, and French has none. */
async function multilingual(ground: Ground): Promise<string> {
  const path = await pathOf(ground, 'an article with a draft')
  await ground.send('PUT', path, { translated_content: { fr: { title: 'y', state: 'published' } } })
  return path
}

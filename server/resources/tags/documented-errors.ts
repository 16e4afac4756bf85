import { NOBODY } from '../../test/documented-errors/ground.ts'
import { row, rows, type ErrorRow } from '../../test/documented-errors/row.ts'

const SOMETHING_ELSE = [404, 'not_found', 'Resource Not Found'] as const

const NOWHERE = '/conversations/999999999'

export default [
  ...rows(404, 'not_found', 'User Not Found', {
    'GET /contacts/{}/tags': () => [`/contacts/${NOBODY}/tags`],
    'POST /contacts/{}/tags': async ({ newTag }) => [`/contacts/${NOBODY}/tags`, { id: await newTag() }],
    'DELETE /contacts/{}/tags/{}': async ({ newTag }) => [`/contacts/${NOBODY}/tags/${await newTag()}`],
  }),
  ...rows(...SOMETHING_ELSE, {
    'POST /contacts/{}/tags': async ({ newContact }) => [`/contacts/${await newContact()}/tags`, { id: '123' }],
    'DELETE /contacts/{}/tags/{}': async ({ newContact }) => [`/contacts/${await newContact()}/tags/123`],
  }),
  ...rows(404, 'not_found', 'Conversation not found', {
    'POST /conversations/{}/tags': async ({ adminId, newTag }) => [
      `${NOWHERE}/tags`,
      { id: await newTag(), admin_id: adminId },
    ],
    'DELETE /conversations/{}/tags/{}': async ({ adminId, newTag }) => [
      `${NOWHERE}/tags/${await newTag()}`,
      { admin_id: adminId },
    ],
  }),
  row(
    'DELETE /conversations/{}/tags/{}',
    404,
    'tag_not_found',
    'Tag not found',
    async ({ adminId, newConversation }) => [`${await newConversation()}/tags/123`, { admin_id: adminId }],
  ),
  row(
    'DELETE /conversations/{}/tags/{}',
    400,
    'parameter_not_found',
    'admin_id is a required parameter',
    async ({ newConversation, newTag }) => [`${await newConversation()}/tags/${await newTag()}`, {}],
  ),
  row('POST /tags', 400, 'parameter_invalid', 'invalid tag parameters', () => ['/tags', { test: 'invalid' }]),
  row(
    'POST /tags',
    404,
    'company_not_found',
    'Company Not Found',
    () => ['/tags', { name: 'test', companies: [{ company_id: 'nobody' }] }],
    { until: '2.15' },
  ),
  row('POST /tags', 404, 'not_found', 'User Not Found', () => ['/tags', { name: 'test', users: [{ id: NOBODY }] }], {
    until: '2.15',
  }),
  row(
    'DELETE /tags/{}',
    400,
    'tag_has_dependent_objects',
    'Unable to delete Tag with dependent objects. Segments: Seg 1.',
    async ({ newTag, newSegment }) => {
      const tag = await newTag()
      await newSegment('Seg 1', { field: 'tag_id', operator: '=', value: tag })
      return [`/tags/${tag}`]
    },
  ),
  ...rows(404, 'not_found', 'Resource Not Found', {
    'GET /tags/{}': () => ['/tags/123'],
    'DELETE /tags/{}': () => ['/tags/123'],
  }),
  ...rows(404, 'content_snippet_not_found', 'Content snippet not found', {
    'POST /content_snippets/{}/tags': async ({ newTag }) => ['/content_snippets/0/tags', { id: await newTag() }],
    'DELETE /content_snippets/{}/tags/{}': async ({ newTag }) => [`/content_snippets/0/tags/${await newTag()}`],
  }),
  ...rows(404, 'tag_not_found', 'Tag not found', {
    'POST /content_snippets/{}/tags': async ({ given }) => [
      `/content_snippets/${(await given('a content snippet'))['id']}/tags`,
      { id: '123' },
    ],
    'DELETE /content_snippets/{}/tags/{}': async ({ given }) => [
      `/content_snippets/${(await given('a content snippet'))['id']}/tags/123`,
    ],
  }),
  ...rows(404, 'internal_article_not_found', 'Internal article not found', {
    'POST /internal_articles/{}/tags': async ({ newTag }) => ['/internal_articles/0/tags', { id: await newTag() }],
    'DELETE /internal_articles/{}/tags/{}': async ({ newTag }) => [`/internal_articles/0/tags/${await newTag()}`],
  }),
  ...rows(404, 'tag_not_found', 'Tag not found', {
    'POST /internal_articles/{}/tags': async ({ given }) => [
      `/internal_articles/${(await given('an internal article'))['id']}/tags`,
      { id: '123' },
    ],
    'DELETE /internal_articles/{}/tags/{}': async ({ given }) => [
      `/internal_articles/${(await given('an internal article'))['id']}/tags/123`,
    ],
  }),
  ...rows(404, 'external_page_not_found', 'External page not found', {
    'POST /ai/external_pages/{}/tags': async ({ newTag }) => ['/ai/external_pages/0/tags', { id: await newTag() }],
    'DELETE /ai/external_pages/{}/tags/{}': async ({ newTag }) => [`/ai/external_pages/0/tags/${await newTag()}`],
  }),
  ...rows(404, 'tag_not_found', 'Tag not found', {
    'POST /ai/external_pages/{}/tags': async ({ given }) => [
      `/ai/external_pages/${(await given('an external page'))['id']}/tags`,
      { id: '123' },
    ],
    'DELETE /ai/external_pages/{}/tags/{}': async ({ given }) => [
      `/ai/external_pages/${(await given('an external page'))['id']}/tags/123`,
    ],
  }),
] satisfies ErrorRow[]

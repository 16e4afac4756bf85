import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act } from '../../queue/act.ts'
import { listAudiencesOf } from '../../resources/audiences/membership.ts'
import { testApp } from '../../test/app.ts'
import { ANYBODY, findContent, type Reader } from './find.ts'
import { ADMIN } from './reader.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const author_id = app.workspace.adminId
const ALL_AVAILABLE = {
  ai_chatbot_availability: true,
  ai_copilot_availability: true,
  ai_sales_agent_availability: true,
}

const newSource = async (audience_ids: number[] = []) =>
  (await client.post('/ai/content_import_sources', { sync_behavior: 'api', url: 'https://example.com', audience_ids }))
    .body.id as string
const newPage = async (title: string, more: object = {}) =>
  client.post('/ai/external_pages', {
    source_id: await newSource(),
    external_id: title,
    title,
    html: '<p>Words</p>',
    locale: 'en',
    ai_agent_availability: true,
    ai_copilot_availability: true,
    ai_sales_agent_availability: true,
    ...more,
  })
const newArticle = (title: string, more: object = {}) =>
  client.post('/articles', { title, body: 'Words', author_id, state: 'published', ...more })
const newInternal = (title: string, more: object = {}) =>
  client.post('/internal_articles', { title, author_id, owner_id: author_id, ...more })
const newSnippet = (title: string, more: object = {}) =>
  client.post('/content_snippets', { title, body_markdown: 'Words', ...more })

const audiencesOf = ({ translated_content }: any) => [
  translated_content.en.audience_ids,
  translated_content.fr.audience_ids,
]
const kindsFound = async (text: string, reader: Reader) =>
  (await findContent(app.db, app.workspace.id, { text, reader })).map(({ kind }) => kind).toSorted()

test('admins find every kind; customers find articles, assistants only what is available to them', async () => {
  const title = 'Gramophone needles'
  await newArticle(title)
  await newInternal(title, { ai_copilot_availability: true })
  await newSnippet(title, { ...ALL_AVAILABLE, ai_sales_agent_availability: false })
  await newPage(title)
  const found = (reader: Reader) => kindsFound('gramophone', reader)
  const all = ['article', 'content_snippet', 'external_page', 'internal_article']
  assert.deepEqual(await found(ADMIN), all)
  assert.deepEqual(await found(ANYBODY), ['article'])
  assert.deepEqual(await found({ ...ANYBODY, assistant: 'ai_agent' }), ['article', 'content_snippet', 'external_page'])
  assert.deepEqual(await found({ ...ADMIN, assistant: 'copilot' }), all)
  assert.deepEqual(await found({ ...ANYBODY, assistant: 'sales_agent' }), ['article', 'external_page'])
})

test('assistants find nothing of a source that is turned off', async () => {
  const source_id = await newSource()
  await newPage('Harpsichord', { source_id })
  const reader: Reader = { ...ANYBODY, assistant: 'ai_agent' }
  assert.deepEqual(await kindsFound('harpsichord', reader), ['external_page'])
  const off = { sync_behavior: 'api', url: 'https://example.com', status: 'deactivated' }
  await client.put(`/ai/content_import_sources/${source_id}`, off)
  assert.deepEqual(await kindsFound('harpsichord', reader), [])
})

test('content of every kind is found by its audiences alone, which cannot be deleted while they are all that it has', async () => {
  const audience = (await client.post('/audiences', { name: 'Players' })).body.id as string
  const audience_ids = [Number(audience)]
  await newArticle('Clavichord', { audience_ids })
  await newInternal('Clavichord', { audience_ids, ...ALL_AVAILABLE })
  await newSnippet('Clavichord', { audience_ids, ...ALL_AVAILABLE })
  await newPage('Clavichord', { source_id: await newSource(audience_ids) })
  const all = ['article', 'content_snippet', 'external_page', 'internal_article']
  const found = (audiences: number[]) => kindsFound('clavichord', { ...ANYBODY, audiences, assistant: 'ai_agent' })
  assert.deepEqual([await found([]), await found(audience_ids)], [[], all])
  assert.equal((await client.delete(`/audiences/${audience}`)).status, 409)
  assert.deepEqual([await found([]), await found(audience_ids)], [[], all])
})

test('a contact finds what is meant for the audiences that it is in now', async () => {
  const predicates = [{ attribute: 'name', type: 'string', comparison: 'eq', value: 'Organist' }]
  const audience = Number((await client.post('/audiences', { name: 'Organists', predicates })).body.id)
  await newArticle('Bourdon', { audience_ids: [audience] })
  const contact = (await client.post('/contacts', { external_id: 'organist', name: 'Organist' })).body.id as string
  const found = async () => {
    let kinds: string[] = []
    await act(app, app.workspace.id, async (ctx) => {
      kinds = await kindsFound('bourdon', { ...ANYBODY, audiences: await listAudiencesOf(ctx, contact) })
    })
    return kinds
  }
  assert.deepEqual(await found(), ['article'])
  await client.put(`/contacts/${contact}`, { name: 'Flautist' })
  assert.deepEqual(await found(), [])
})

test('audiences of a source are those of its pages from the moment they are applied', async () => {
  const source_id = await newSource()
  await newPage('Virginal', { source_id })
  const audience = Number((await client.post('/audiences', { name: 'Tuners' })).body.id)
  const change = { sync_behavior: 'api', url: 'https://example.com', audience_ids: [audience] }
  const found = (audiences: number[]) => kindsFound('virginal', { ...ANYBODY, audiences, assistant: 'ai_agent' })
  await client.put(`/ai/content_import_sources/${source_id}`, change)
  assert.equal((await found([])).length, 1)
  await client.put(`/ai/content_import_sources/${source_id}`, { ...change, apply_audience_to_existing_content: true })
  assert.deepEqual([(await found([])).length, (await found([audience])).length], [0, 1])
})

test('content of every kind leaves the index when it changes or is deleted, pages also with their source', async () => {
  const source_id = await newSource()
  const made = {
    '/articles': (await newArticle('Spinet')).body.id,
    '/internal_articles': (await newInternal('Spinet')).body.id,
    '/content_snippets': (await newSnippet('Spinet')).body.id,
    '/ai/external_pages': (await newPage('Spinet', { source_id })).body.id,
  }
  const found = (text: string) => kindsFound(text, ADMIN)
  assert.equal((await found('spinet')).length, 4)
  await client.put(`/content_snippets/${made['/content_snippets']}`, { title: 'Celesta' })
  await client.put(`/internal_articles/${made['/internal_articles']}`, { title: 'Celesta' })
  assert.deepEqual(
    [await found('spinet'), await found('celesta')],
    [
      ['article', 'external_page'],
      ['content_snippet', 'internal_article'],
    ],
  )
  for (const path of ['/articles', '/internal_articles', '/content_snippets'] as const)
    await client.delete(`${path}/${made[path]}`)
  await client.delete(`/ai/content_import_sources/${source_id}`)
  assert.deepEqual([await found('spinet'), await found('celesta')], [[], []])
})

test('a search of internal articles forgives a slip', async () => {
  const { id } = (await newInternal('Warranty of zithers')).body
  const found = async (phrase: string) =>
    (await client.get(`/internal_articles/search?phrase=${phrase}`)).body.internal_articles.map((one: any) => one.id)
  assert.deepEqual(await found('waranty'), [id])
  assert.deepEqual(await found('ziTHér'), [id])
})

test('audiences at the top of an article are those of all its languages, and must exist', async () => {
  const [one, two] = [
    Number((await client.post('/audiences', { name: 'One' })).body.id),
    Number((await client.post('/audiences', { name: 'Two' })).body.id),
  ]
  const text = { title: 'Orgue', state: 'published', audience_ids: [two] }
  const { id } = (await newArticle('Organ', { translated_content: { fr: text } })).body
  const put = (body: object) => client.put(`/articles/${id}`, body)
  assert.deepEqual(audiencesOf((await put({})).body), [null, [two]])
  assert.deepEqual(audiencesOf((await put({ audience_ids: [two, one, two] })).body), [
    [one, two],
    [one, two],
  ])
  assert.deepEqual(audiencesOf((await put({ audience_ids: [] })).body), [[], []])
  assert.deepEqual(await kindsFound('organ', ANYBODY), ['article'])
  for (const body of [{ audience_ids: [one, 999_999] }, { translated_content: { fr: { audience_ids: [999_999] } } }]) {
    const refused = await put(body)
    assert.deepEqual(
      [refused.status, refused.body.errors[0]],
      [404, { code: 'parameter_invalid', message: 'audience_ids contains unknown audience IDs: 999999' }],
    )
  }
})

test('settings of a published article change at once, even while a draft waits', async () => {
  const { id } = (await newArticle('Lute')).body
  await client.put(`/articles/${id}/draft`, { title: 'Theorbo' })
  const { body } = await client.put(`/articles/${id}`, { ai_copilot_availability: false, title: 'Archlute' })
  assert.deepEqual([body.title, body.ai_copilot_availability, body.has_unpublished_changes], ['Lute', false, true])
})

test('an article stands in a folder, which is not deleted while it does', async () => {
  const { id } = (await client.post('/folders', { folder: { name: 'Strings' } })).body
  const article = (await newArticle('Viol', { folder_id: id })).body
  assert.equal(article.folder_id, id)
  assert.equal((await client.get(`/folders/${id}`)).body.content_count, 1)
  assert.equal((await client.delete(`/folders/${id}`)).status, 422)
  assert.equal((await client.put(`/articles/${article.id}`, { folder_id: null })).body.folder_id, null)
  assert.equal((await client.delete(`/folders/${id}`)).status, 200)
  const unknown = await client.put(`/articles/${article.id}`, { folder_id: id })
  assert.deepEqual([unknown.status, unknown.body.errors[0].code], [400, 'parameter_invalid'])
})

test('a misspelt word is read as one that the reader may know', async () => {
  await newArticle('Harpsichord')
  await newArticle('Harpsichorf', { state: 'draft' })
  const titles = async (reader: Reader) =>
    (await findContent(app.db, app.workspace.id, { text: 'harpsichorf tuning harpsichord', reader })).map(
      ({ title }) => title,
    )
  assert.deepEqual(await titles(ANYBODY), ['Harpsichord'])
  const words = await app.db<{ word: string; is_open: boolean }[]>`
    select word, is_open from content_words
    where workspace_id = ${app.workspace.id} and word like 'harpsi%' order by word`
  assert.deepEqual(
    [...words],
    [
      { word: 'harpsichord', is_open: true },
      { word: 'harpsichorf', is_open: false },
    ],
  )
})

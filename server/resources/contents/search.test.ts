import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const author_id = app.workspace.adminId

const post = async (path: string, body: object) => {
  const { status, body: made } = await client.post(path, body)
  assert.ok(status < 300, JSON.stringify(made))
  return made
}
const search = async (query: string, version = 'Preview') =>
  (await app.client({ version }).get(`/content/search?${query}`)).body
/** Types and ids of what is found. */
const found = async (query: string) => (await search(query)).data.map(({ type, id }: any) => `${type} ${id}`)
const sorted = async (query: string) => (await found(query)).toSorted()

const tag = (await post('/tags', { name: 'Cellars' })).id as string
const folder = (await post('/folders', { folder: { name: 'Cellars' } })).id as number
const source = await post('/ai/content_import_sources', { sync_behavior: 'api', url: 'https://example.com' })
const other = await app.createWorkspace()

const article = await post('/articles', {
  title: 'Wine cellar',
  author_id,
  state: 'published',
  folder_id: folder,
  translated_content: { fr: { title: 'Cave à vin', state: 'draft' } },
})
app.clock.advance(10)
const internal = await post('/internal_articles', {
  title: 'Cellar rota',
  author_id,
  owner_id: author_id,
  folder_id: folder,
  ai_copilot_availability: true,
})
app.clock.advance(10)
const snippet = await post('/content_snippets', { title: 'Cellar hours', body_markdown: 'Nine to five' })
app.clock.advance(10)
const page = await post('/ai/external_pages', {
  title: 'Cellar tours',
  html: '<p>Daily</p>',
  locale: 'en',
  source_id: source.id,
  external_id: 'tours',
  ai_agent_availability: true,
})
await client.post(`/articles/${article.id}/tags`, { id: tag })
await client.post(`/content_snippets/${snippet.id}/tags`, { id: tag })

const [ARTICLE, INTERNAL, SNIPPET, PAGE] = [
  `article ${article.id}`,
  `internal_article ${internal.id}`,
  `content_snippet ${snippet.id}`,
  `external_content ${page.id}`,
]

for (const version of ['2.16', '2.18', 'Preview'])
  test(`content of every kind is searched in ${version}`, async () => {
    const { data, ...rest } = await search('query=cave', version)
    const { contents, ...item } = data[0]
    assert.deepEqual(rest, {
      type: 'list',
      total_count: 1,
      pages: { type: 'pages', next: null, page: 1, per_page: 10, total_pages: 1, prev: null },
    })
    assert.deepEqual(item, { type: 'article', id: article.id, title: 'Wine cellar' })
    assert.deepEqual(
      contents.map(({ id, ...text }: any) => [typeof id, text]),
      [
        ['string', { type: 'article_content', title: 'Wine cellar', locale: 'en' }],
        ['string', { type: 'article_content', title: 'Cave à vin', locale: 'fr' }],
      ],
    )
    assert.equal(contents[0].id, article.content_id)
    const { data: pages } = await search('query=tours', version)
    assert.deepEqual(pages, [{ type: 'external_content', id: page.id, title: 'Cellar tours' }])
  })

test('content is not searched before 2.16', async () => {
  assert.equal((await search('', '2.15')).errors[0].code, 'intercom_version_invalid')
})

test('without words the last changed content comes first', async () => {
  assert.deepEqual(await found(''), [PAGE, SNIPPET, INTERNAL, ARTICLE])
  assert.deepEqual(await found('query=%20'), [PAGE, SNIPPET, INTERNAL, ARTICLE])
  assert.deepEqual(await found('query=!!'), [])
})

test('pages are numbered, and numbers out of range are the nearest that is allowed', async () => {
  const second = await search('page=2&per_page=3')
  assert.deepEqual([second.data.length, second.total_count, second.pages.total_pages], [1, 4, 2])
  assert.match(second.pages.prev, /per_page=3&page=1|page=1&per_page=3/)
  assert.equal((await search('page=-1&per_page=0')).pages.per_page, 1)
  assert.deepEqual((await search('per_page=500')).pages.per_page, 50)
  const words = await search('query=cellar&per_page=3&page=2')
  assert.deepEqual([words.data.length, words.total_count], [1, 4])
  assert.deepEqual(
    [(await search('query=cellar&page=9')).data, (await search('query=cellar&page=9')).total_count],
    [[], 4],
  )
})

test('types of content replace the default ones', async () => {
  assert.deepEqual(await sorted('content_types=snippet,article'), [ARTICLE, SNIPPET].toSorted())
  assert.deepEqual(await sorted('content_types=snippet&content_types=external_content'), [SNIPPET, PAGE].toSorted())
  assert.deepEqual(await found('content_types=file_source_content'), [])
  assert.deepEqual(await found('query=cellar&content_types=internal_article'), [INTERNAL])
})

test('states and languages are those of a text', async () => {
  assert.deepEqual(await found('states=draft'), [ARTICLE])
  assert.deepEqual(await found('states=draft&locales=en'), [])
  assert.deepEqual(await found('locales=fr,de'), [ARTICLE])
  assert.equal((await found('states=draft,published')).length, 4)
})

test('tags are compared by their operator', async () => {
  assert.deepEqual(await sorted(`tag_ids=${tag}`), [ARTICLE, SNIPPET].toSorted())
  assert.deepEqual(await sorted(`tag_ids=${tag}&tag_operator=NIN`), [INTERNAL, PAGE].toSorted())
  assert.deepEqual(await sorted(`any_tag_ids=${tag},999`), [ARTICLE, SNIPPET].toSorted())
  assert.deepEqual(await found(`query=cellar&tag_ids=${tag}&content_types=snippet`), [SNIPPET])
})

test('folders are named with their kind', async () => {
  assert.deepEqual(await found(`folder_ids=${folder}&folder_entity_type=folder`), [INTERNAL, ARTICLE])
})

test('availabilities are on or off', async () => {
  assert.deepEqual(await found('copilot_state=on'), [INTERNAL, ARTICLE])
  assert.deepEqual(await found('fin_service_state=off'), [SNIPPET, INTERNAL])
  assert.deepEqual(await found('fin_sales_state=on'), [ARTICLE])
})

test('authors and times are filters', async () => {
  assert.equal((await found(`created_by_ids=${author_id}`)).length, 4)
  assert.deepEqual(await found('last_updated_by_ids=999'), [])
  assert.deepEqual(await found(`created_at_after=${snippet.created_at}`), [PAGE, SNIPPET])
  assert.deepEqual(await found(`created_at_before=${internal.created_at}`), [INTERNAL, ARTICLE])
  const during = `updated_at_after=${internal.created_at}&updated_at_before=${snippet.created_at}`
  assert.deepEqual(await found(during), [SNIPPET, INTERNAL])
})

test('filters that mean nothing answer 422', async () => {
  for (const query of [
    'states=live',
    'content_types=news',
    'tag_ids=x',
    'tag_ids=1&tag_operator=ANY',
    `folder_ids=${folder}`,
    'folder_entity_type=shelf',
    'copilot_state=maybe',
    'created_by_ids=1.5',
  ]) {
    const { errors } = await search(query)
    assert.equal(errors?.[0].code, 'parameter_invalid', query)
  }
  assert.equal((await client.get('/content/search?states=live')).status, 422)
})

test('content of another workspace is not found', async () => {
  const stranger = app.client({ token: other.token })
  for (const query of ['', 'query=cellar', `tag_ids=${tag}`])
    assert.equal((await stranger.get(`/content/search?${query}`)).body.total_count, 0)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runBulkJobs } from '../../../tasks.ts'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const author_id = app.workspace.adminId
let made = 0

const post = async (path: string, body: object) => {
  const reply = await client.post(path, body)
  assert.ok(reply.status < 300, reply.text)
  return reply.body
}
const newArticle = (more: object = {}) =>
  post('/articles', { title: `Article ${++made}`, author_id, state: 'published', ...more })
const newSnippet = (more: object = {}) =>
  post('/content_snippets', { title: `Snippet ${++made}`, body_markdown: 'Words', ...more })
const newInternal = (more: object = {}) =>
  post('/internal_articles', { title: `Internal ${++made}`, author_id, owner_id: author_id, ...more })
const newPage = async () => {
  const source = await post('/ai/content_import_sources', {
    sync_behavior: 'api',
    url: `https://example.com/${++made}`,
  })
  const page = { title: 'Page', html: '<p>Words</p>', locale: 'en', source_id: source.id, external_id: 'page' }
  return post('/ai/external_pages', page)
}
const text = (article: any) => ({ type: 'article_content', id: article.content_id })
const [snippetOf, internalOf, pageOf, articleOf] = (
  ['content_snippet', 'internal_article', 'external_content', 'article'] as const
).map((type) => ({ id }: any) => ({ type, id })) as [any, any, any, any]

/** Hands the action in and does the worker's part. @returns the refusals of its items */
async function bulk(body: object, version = 'Preview') {
  const reply = await app.client({ version }).post('/content/bulk_actions', body)
  assert.deepEqual([reply.status, reply.body], [202, { type: 'content_bulk_action', status: 'queued' }], reply.text)
  const jobs = await app.db<{ id: number }[]>`
    select id from bulk_jobs
    where workspace_id = ${app.workspace.id} and resource = 'content' and completed_at is null`
  for (const { id } of jobs)
    await runBulkJobs.run({ db: app.db, clock: app.clock }, { workspace_id: app.workspace.id, job_id: id })
  const refused = await app.db<{ error_code: string }[]>`
    delete from bulk_items where workspace_id = ${app.workspace.id} returning error_code`
  return refused.map(({ error_code }) => error_code)
}
const availabilityOf = ({ ai_chatbot_availability, ai_agent_availability, ...one }: any) => [
  ai_chatbot_availability ?? ai_agent_availability,
  one.ai_copilot_availability,
  one.ai_sales_agent_availability,
]
const get = async (path: string) => (await client.get(path)).body
const topicsSince = async (id: number) =>
  (
    await app.db<{ topic: string }[]>`
    select topic from events where workspace_id = ${app.workspace.id} and id > ${id} order by id`
  ).map(({ topic }) => topic)
const lastEvent = async () =>
  (
    await app.db<[{ id: number }]>`
    select coalesce(max(id), 0) as id from events where workspace_id = ${app.workspace.id}`
  )[0].id

for (const version of ['2.16', '2.18', 'Preview'])
  test(`texts of articles are published and unpublished in ${version}, and webhooks are told`, async () => {
    const [one, two] = [await newArticle({ state: 'draft' }), await newArticle({ state: 'draft' })]
    const since = await lastEvent()
    assert.deepEqual(await bulk({ action: 'publish', content_ids: [text(one), text(two)] }, version), [])
    assert.equal((await get(`/articles/${two.id}`)).state, 'published')
    await bulk({ action: 'unpublish', content_ids: [text(one)] }, version)
    assert.equal((await get(`/articles/${one.id}`)).state, 'draft')
    const published = ['article.updated', 'article.published']
    assert.deepEqual(await topicsSince(since), [...published, ...published, 'article.unpublished'])
  })

test('publishing one language leaves the others, and publishes the draft that waits', async () => {
  const { id } = await newArticle({ translated_content: { fr: { title: 'Titre', state: 'draft' } } })
  await client.put(`/articles/${id}/draft`, { title: 'Newer' })
  const { data } = await get('/content/search?query=titre&content_types=article')
  const [en, fr] = data[0].contents
  await bulk({ action: 'publish', content_ids: [{ type: 'article_content', id: fr.id }] })
  const { translated_content, has_unpublished_changes } = await get(`/articles/${id}`)
  assert.deepEqual([translated_content.fr.state, has_unpublished_changes], ['published', true])
  await bulk({ action: 'publish', content_ids: [{ type: 'article_content', id: Number(en.id) }] })
  assert.equal((await get(`/articles/${id}`)).title, 'Newer')
})

test('content is deleted; a language of an article alone, until it is the last one', async () => {
  const article = await newArticle({ title: 'Pergola', translated_content: { fr: { title: 'Tonnelle' } } })
  const [snippet, internal, page] = [await newSnippet(), await newInternal(), await newPage()]
  const [{ contents }] = (await get('/content/search?query=tonnelle')).data
  const since = await lastEvent()
  const refused = await bulk({
    action: 'delete',
    content_ids: [
      { type: 'article_content', id: contents[1].id },
      snippetOf(snippet),
      internalOf(internal),
      pageOf(page),
    ],
  })
  assert.deepEqual(refused, [])
  assert.deepEqual(await topicsSince(since), ['article.updated', 'content_snippet.deleted'])
  assert.deepEqual((await get('/content/search?query=tonnelle')).data, [])
  assert.equal((await get(`/articles/${article.id}`)).title, 'Pergola')
  assert.equal((await client.get(`/internal_articles/${internal.id}`)).status, 404)
  assert.equal((await client.get(`/ai/external_pages/${page.id}`)).status, 200)
  await bulk({ action: 'delete', content_ids: [text(article)] })
  assert.equal((await client.get(`/articles/${article.id}`)).status, 404)
  assert.deepEqual((await topicsSince(since)).at(-1), 'article.deleted')
})

test('availabilities are set where they are named', async () => {
  const [article, snippet, internal, page] = [
    await newArticle(),
    await newSnippet(),
    await newInternal(),
    await newPage(),
  ]
  await bulk({
    action: 'set_availability',
    content_ids: [text(article), snippetOf(snippet), internalOf(internal), pageOf(page)],
    availability: { ai_agent: true, copilot: false },
  })
  assert.deepEqual(availabilityOf(await get(`/articles/${article.id}`)), [true, false, true])
  assert.deepEqual(availabilityOf(await get(`/content_snippets/${snippet.id}`)), [true, false, false])
  assert.deepEqual(availabilityOf(await get(`/internal_articles/${internal.id}`)), [true, false, false])
  assert.deepEqual(availabilityOf(await get(`/ai/external_pages/${page.id}`)), [true, false, false])
  const { data } = await get('/content/search?fin_service_state=on&copilot_state=off&per_page=50')
  for (const { id } of [article, snippet, internal, page]) assert.ok(data.some((one: any) => one.id === id))
})

test('audiences are added and taken away', async () => {
  const [one, two] = [
    Number((await post('/audiences', { name: 'One' })).id),
    Number((await post('/audiences', { name: 'Two' })).id),
  ]
  const [article, snippet, internal, page] = [
    await newArticle({ audience_ids: [one] }),
    await newSnippet({ audience_ids: [one] }),
    await newInternal(),
    await newPage(),
  ]
  const content_ids = [text(article), snippetOf(snippet), internalOf(internal), pageOf(page)]
  const audiences = async () => {
    const rows = await app.db<{ audience_ids: number[] | null }[]>`
      select audience_ids from content_index
      where workspace_id = ${app.workspace.id} and item_id in (${article.id}, ${snippet.id}, ${internal.id}, ${page.id})
      order by array_position(array['article', 'content_snippet', 'internal_article', 'external_page'], kind)`
    return rows.map(({ audience_ids }) => audience_ids)
  }
  const change = { add_segment_ids: [two], remove_segment_ids: [one] }
  await bulk({ action: 'set_audience', content_ids, audience: change })
  assert.deepEqual(await audiences(), [[two], [two], [two], [two]])
  assert.deepEqual((await get(`/content_snippets/${snippet.id}`)).audience_ids, [two])
  await bulk({ action: 'set_audience', content_ids, audience: { remove_all: true, add_segment_ids: [one] } })
  assert.deepEqual(await audiences(), [[one], [one], [one], [one]])
  await bulk({ action: 'set_audience', content_ids, audience: { remove_all: true } })
  assert.deepEqual(await audiences(), [null, null, null, null])
})

test('tags are put on articles and other content, and taken off', async () => {
  const [one, two] = [(await post('/tags', { name: 'One' })).id, (await post('/tags', { name: 'Two' })).id]
  const [article, snippet, internal, page] = [
    await newArticle(),
    await newSnippet(),
    await newInternal(),
    await newPage(),
  ]
  await client.post(`/articles/${article.id}/tags`, { id: one })
  const content_ids = [articleOf(article), snippetOf(snippet), internalOf(internal), pageOf(page), text(article)]
  const tags = { add_tag_ids: [Number(two)], remove_tag_ids: [Number(one)] }
  assert.deepEqual(await bulk({ action: 'update_tags', content_ids, tags }), [])
  assert.deepEqual((await get(`/content/search?tag_ids=${one}`)).data, [])
  assert.equal((await get(`/content/search?tag_ids=${two}`)).total_count, 4)
})

test('types that the action does not take are dropped, and content that is gone is refused alone', async () => {
  const [snippet, internal] = [await newSnippet(), await newInternal()]
  const files = { type: 'file_source_content', id: '1' }
  const gone = { type: 'internal_article', id: '999999' }
  assert.deepEqual(await bulk({ action: 'publish', content_ids: [snippetOf(snippet)] }), [])
  const content_ids = [gone, files, { type: 'content_snippet', id: '999999' }, snippetOf(snippet), internalOf(internal)]
  const refused = await bulk({ action: 'delete', content_ids })
  assert.deepEqual(refused, ['not_found', 'not_found', 'not_found'])
  assert.equal((await client.get(`/content_snippets/${snippet.id}`)).status, 404)
  assert.equal((await client.get(`/internal_articles/${internal.id}`)).status, 404)
})

test('requests that mean nothing answer 422, and queue nothing', async () => {
  const content_ids = [{ type: 'article', id: '1' }]
  const many = Array.from({ length: 1001 }, () => content_ids[0])
  const tags = Array.from({ length: 101 }, (_, n) => n + 1)
  for (const body of [
    {},
    { action: 'publish' },
    { action: 'archive', content_ids },
    { action: 'toString', content_ids },
    { action: 'publish', content_ids: [] },
    { action: 'publish', content_ids: many },
    { action: 'publish', content_ids: [{ type: 'news', id: '1' }] },
    { action: 'publish', content_ids: [{ type: 'article' }] },
    { action: 'publish', content_ids: ['1'] },
    { action: 'publish', content_ids: [{ type: 'article_content', id: 'abc' }] },
    { action: 'publish', content_ids: [{ type: 'content_snippet', id: '1.5' }] },
    { action: 'set_availability', content_ids },
    { action: 'set_availability', content_ids, availability: { copilot: 'yes' } },
    { action: 'set_audience', content_ids },
    { action: 'set_audience', content_ids, audience: { add_segment_ids: [999_999] } },
    { action: 'set_audience', content_ids, audience: { remove_all: 1 } },
    { action: 'update_tags', content_ids },
    { action: 'update_tags', content_ids, tags: {} },
    { action: 'update_tags', content_ids, tags: { add_tag_ids: [999_999] } },
    { action: 'update_tags', content_ids, tags: { add_tag_ids: ['x'] } },
    { action: 'update_tags', content_ids, tags: { add_tag_ids: tags } },
  ]) {
    const { status, body: refusal } = await client.post('/content/bulk_actions', body)
    assert.deepEqual([status, refusal.errors?.[0].code], [422, 'parameter_invalid'], JSON.stringify(body).slice(0, 80))
  }
  const jobs = await app.db`
    select from bulk_jobs where workspace_id = ${app.workspace.id} and resource = 'content' and completed_at is null`
  assert.equal(jobs.length, 0)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
let made = 0

const newSource = async (details: object = {}) =>
  (
    await client.post('/ai/content_import_sources', {
      sync_behavior: 'api',
      url: `https://example.com/${++made}`,
      ...details,
    })
  ).body
const page = (source: { id: number }, details: object = {}) => ({
  title: 'Test',
  html: '<h1>Test</h1>',
  locale: 'en',
  source_id: source.id,
  external_id: `page-${++made}`,
  ...details,
})
const audiencesOf = async (id: string) => {
  const rows = await app.db<{ audience_id: number }[]>`
    select audience_id from external_page_audiences where workspace_id = ${app.workspace.id} and external_page_id = ${id}`
  return rows.map(({ audience_id }) => audience_id)
}

for (const version of ['2.12', '2.15', '2.18', 'Preview'])
  test(`a page is created, updated by its external id, read, listed and deleted in ${version}`, async () => {
    const speaker = app.client({ version })
    const source = await newSource()
    const sent = page(source, { url: 'https://www.example.com', ai_agent_availability: true })
    const { status, body: created } = await speaker.post('/ai/external_pages', sent)
    assert.equal(status, 200)
    const now = app.clock.now().getTime() / 1000
    const { tags, ...rest } = created
    assert.deepEqual(rest, {
      type: 'external_page',
      id: created.id,
      title: 'Test',
      html: '<h1>Test</h1>',
      url: 'https://www.example.com',
      ai_agent_availability: true,
      ai_copilot_availability: false,
      ai_sales_agent_availability: false,
      fin_availability: true,
      locale: 'en',
      source_id: source.id,
      external_id: sent.external_id,
      created_at: now,
      updated_at: now,
      last_ingested_at: now,
    })
    assert.deepEqual(tags, ['2.18', 'Preview'].includes(version) ? { type: 'tag.list', tags: [] } : undefined)
    app.clock.advance(10)
    const words = { ...sent, ai_agent_availability: undefined, url: undefined }
    const { body: again } = await speaker.post('/ai/external_pages', { ...words, title: 'Again' })
    assert.deepEqual(again, { ...created, title: 'Again', updated_at: now + 10, last_ingested_at: now + 10 })
    assert.deepEqual((await speaker.get(`/ai/external_pages/${created.id}`)).body, again)
    const { body: list } = await speaker.get('/ai/external_pages')
    assert.deepEqual([list.data[0], list.pages.per_page], [again, 50])
    const { body: put } = await speaker.put(`/ai/external_pages/${created.id}`, {
      ...sent,
      ai_agent_availability: undefined,
      fin_availability: false,
      external_id: undefined,
    })
    assert.deepEqual([put.title, put.external_id, put.fin_availability], ['Test', sent.external_id, false])
    assert.deepEqual((await speaker.delete(`/ai/external_pages/${created.id}`)).body, { ...put, html: '' })
    assert.equal((await speaker.get(`/ai/external_pages/${created.id}`)).status, 404)
  })

test('pages are found by source and external id from 2.17 on', async () => {
  const source = await newSource()
  const sent = page(source)
  const { id } = (await client.post('/ai/external_pages', sent)).body
  await client.post('/ai/external_pages', page(source))
  const query = `?source_id=${source.id}&external_id=${sent.external_id}`
  const found = async (version: string, text: string) =>
    (await app.client({ version }).get(`/ai/external_pages${text}`)).body.data.map((one: { id: string }) => one.id)
  assert.deepEqual(await found('2.17', query), [id])
  assert.deepEqual(await found('2.17', `?source_id=${source.id}&external_id=none`), [])
  assert.ok((await found('2.16', query)).length > 1)
  assert.equal((await client.get(`/ai/external_pages?source_id=${source.id}`)).body.errors[0].code, 'parameter_invalid')
})

test('pages are numbered up to the 10,000th, 150 at most on one', async () => {
  const { body } = await client.get('/ai/external_pages?per_page=400')
  assert.equal(body.pages.per_page, 150)
  const deep = await client.get('/ai/external_pages?page=101&per_page=100')
  assert.deepEqual([deep.status, deep.body.errors[0].code], [400, 'bad_request'])
  const far = await client.get('/ai/external_pages?page=5002&per_page=1')
  assert.deepEqual([far.status, far.body.errors[0].code], [400, 'parameter_invalid'])
})

test('external ids are unique for their source alone', async () => {
  const [one, other] = [await newSource(), await newSource()]
  const first = (await client.post('/ai/external_pages', page(one, { external_id: 'same' }))).body
  const second = (await client.post('/ai/external_pages', page(other, { external_id: 'same' }))).body
  assert.notEqual(first.id, second.id)
  const moved = await client.put(
    `/ai/external_pages/${second.id}`,
    page(one, { external_id: 'same', url: 'https://a.example' }),
  )
  assert.deepEqual([moved.status, moved.body.errors[0].code], [400, 'parameter_invalid'])
})

test('scripts in a page are not kept', async () => {
  const { body } = await client.post(
    '/ai/external_pages',
    page(await newSource(), { html: '<html><body><p onclick="x()">Hi</p><script>alert(1)</script></body></html>' }),
  )
  assert.equal(body.html, '<p>Hi</p>')
})

test('a page of an unknown source, or of another workspace, is refused', async () => {
  const source = await newSource()
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  for (const reply of [
    await client.post('/ai/external_pages', page({ id: 999_999_999 })),
    await stranger.post('/ai/external_pages', page(source)),
    await stranger.get(`/ai/content_import_sources/${source.id}`),
  ])
    assert.deepEqual([reply.status, reply.body.errors[0].code], [404, 'not_found'])
})

test('the pages of a source are deleted with it', async () => {
  const source = await newSource()
  const { id } = (await client.post('/ai/external_pages', page(source))).body
  const gone = await client.delete(`/ai/content_import_sources/${source.id}`)
  assert.deepEqual([gone.status, gone.text], [204, ''])
  assert.equal((await client.get(`/ai/content_import_sources/${source.id}`)).status, 404)
  assert.equal((await client.get(`/ai/external_pages/${id}`)).status, 404)
})

test('a source is changed, but not its way of syncing', async () => {
  const source = await newSource()
  assert.deepEqual(source, {
    type: 'content_import_source',
    id: source.id,
    last_synced_at: source.created_at,
    sync_behavior: 'api',
    status: 'active',
    url: source.url,
    created_at: source.created_at,
    updated_at: source.created_at,
    audience_ids: [],
  })
  const path = `/ai/content_import_sources/${source.id}`
  const put = (details: object) => client.put(path, { sync_behavior: 'api', url: source.url, ...details })
  const { body } = await put({ status: 'deactivated', url: 'https://other.example' })
  assert.deepEqual([body.status, body.url], ['deactivated', 'https://other.example'])
  assert.equal((await put({})).body.status, 'deactivated')
  const refused = await put({ sync_behavior: 'manual' })
  assert.deepEqual([refused.status, refused.body.errors[0].code], [400, 'parameter_invalid'])
  assert.equal((await put({ url: 'nothing' })).status, 400)
  assert.equal((await app.client({ version: '2.14' }).get(path)).body.audience_ids, undefined)
})

test('pages are meant for the audiences that their source had when they came, or has when it says so', async () => {
  const [one, other] = await Promise.all(
    ['One', 'Other'].map(async (name) => Number((await client.post('/audiences', { name })).body.id)),
  )
  const source = await newSource({ audience_ids: one })
  assert.deepEqual(source.audience_ids, [one])
  const { id } = (await client.post('/ai/external_pages', page(source))).body
  assert.deepEqual(await audiencesOf(id), [one])
  const put = async (details: object) =>
    (await client.put(`/ai/content_import_sources/${source.id}`, { sync_behavior: 'api', url: source.url, ...details }))
      .body
  assert.deepEqual((await put({ audience_ids: [other] })).audience_ids, [other])
  assert.deepEqual(await audiencesOf(id), [one])
  await put({ apply_audience_to_existing_content: true })
  assert.deepEqual(await audiencesOf(id), [other])
  assert.deepEqual((await put({ audience_ids: null, apply_audience_to_existing_content: true })).audience_ids, [])
  assert.deepEqual(await audiencesOf(id), [])
  const unknown = await client.post('/ai/content_import_sources', {
    sync_behavior: 'api',
    url: source.url,
    audience_ids: [one, 999],
  })
  assert.deepEqual(
    [unknown.status, unknown.body.errors[0]],
    [404, { code: 'parameter_invalid', message: 'audience_ids contains unknown audience IDs: 999' }],
  )
  await client.put(`/ai/content_import_sources/${source.id}`, {
    sync_behavior: 'api',
    url: source.url,
    audience_ids: one,
  })
  const audiencesOfSource = async () => (await client.get(`/ai/content_import_sources/${source.id}`)).body.audience_ids
  assert.equal((await client.delete(`/audiences/${one}`)).status, 409)
  assert.deepEqual(await audiencesOfSource(), [one])
  await put({ audience_ids: [one, other] })
  assert.equal((await client.delete(`/audiences/${one}`)).status, 204)
  assert.deepEqual(await audiencesOfSource(), [other])
})

test('a page is tagged once, and shows its tags', async () => {
  const { id } = (await client.post('/ai/external_pages', page(await newSource()))).body
  const tag = (await client.post('/tags', { name: 'Independent' })).body.id
  const path = `/ai/external_pages/${id}`
  const { body: applied } = await client.post(`${path}/tags`, { id: tag })
  const by = { type: 'admin', id: String(app.workspace.adminId) }
  const now = app.clock.now().getTime() / 1000
  assert.deepEqual(applied, { type: 'tag', id: tag, name: 'Independent', applied_at: now, applied_by: by })
  app.clock.advance(10)
  assert.deepEqual((await client.post(`${path}/tags`, { id: tag })).body, applied)
  assert.deepEqual((await client.get(path)).body.tags, { type: 'tag.list', tags: [applied] })
  assert.deepEqual((await client.delete(`${path}/tags/${tag}`)).body, {
    ...applied,
    applied_at: null,
    applied_by: null,
  })
  assert.deepEqual((await client.get(path)).body.tags.tags, [])
  const nobody = await client.post(`${path}/tags`, { id: tag, admin_id: '0' })
  assert.deepEqual([nobody.status, nobody.body.errors[0].code], [404, 'admin_not_found'])
  await client.post(`${path}/tags`, { id: tag })
  await client.delete(`/tags/${tag}`)
  assert.deepEqual((await client.get(path)).body.tags.tags, [])
})

test('webhooks are told of sources', async () => {
  const source = await newSource()
  await client.put(`/ai/content_import_sources/${source.id}`, { sync_behavior: 'api', url: source.url })
  await client.delete(`/ai/content_import_sources/${source.id}`)
  const events = await app.db<{ topic: string; item: object }[]>`
    select topic, item from events where workspace_id = ${app.workspace.id} and topic like 'content_import_source.%'
      and (item->>'id')::bigint = ${source.id} order by id`
  assert.deepEqual(
    events.map(({ topic, item }) => [topic, item]),
    [
      ['content_import_source.created', source],
      ['content_import_source.updated', source],
      ['content_import_source.deleted', { type: 'content_import_source', id: source.id, deleted: true }],
    ],
  )
})

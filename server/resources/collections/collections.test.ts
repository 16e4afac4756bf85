import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const old = app.client({ version: '2.9' })
const between = app.client({ version: '2.11' })
const now = () => Math.floor(app.clock.now().getTime() / 1000)
const ids = (list: any) => list.body.data.map(({ id }: any) => id)
const created = async (fields: object = {}) =>
  (await client.post('/help_center/collections', { name: 'Tools', ...fields })).body

test('a collection is created in the default help center, after its neighbours', async () => {
  const first = await created()
  const collection = await created({ description: 'Rakes and more' })
  const [center] = (await client.get('/help_center/help_centers')).body.data
  assert.deepEqual(collection, {
    id: collection.id,
    workspace_id: app.workspace.app_id,
    name: 'Tools',
    url: null,
    order: first.order + 1,
    created_at: now(),
    updated_at: now(),
    description: 'Rakes and more',
    icon: 'book-bookmark',
    parent_id: null,
    help_center_id: Number(center.id),
  })
  assert.deepEqual((await client.get(`/help_center/collections/${collection.id}`)).body, collection)
})

test('a collection needs a name, in the default language at least', async () => {
  const { status, body } = await client.post('/help_center/collections', { description: 'x' })
  assert.equal(status, 400)
  assert.deepEqual(body.errors, [{ code: 'parameter_not_found', message: 'Name is a required parameter.' }])
  assert.equal((await created({ name: undefined, translated_content: { en: { name: 'Named' } } })).name, 'Named')
})

test('languages that are not sent stay', async () => {
  const { id } = await created({ translated_content: { fr: { name: 'Outils' } } })
  const changed = await client.put(`/help_center/collections/${id}`, { translated_content: { de: { name: 'Geräte' } } })
  assert.deepEqual(changed.body.translated_content, {
    type: 'group_translated_content',
    de: { type: 'group_content', name: 'Geräte', description: '' },
    en: { type: 'group_content', name: 'Tools', description: '' },
    fr: { type: 'group_content', name: 'Outils', description: '' },
  })
  assert.equal(changed.body.default_locale, 'en')
})

test('a description is cleared by null or blanks, in each language, and a name is not', async () => {
  const fr = { name: 'Outils', description: 'Des râteaux' }
  const { id } = await created({ description: 'Rakes', translated_content: { fr } })
  const change = async (fields: object) => (await client.put(`/help_center/collections/${id}`, fields)).body
  assert.deepEqual((await change({ translated_content: { fr: { description: '' } } })).translated_content.fr, {
    type: 'group_content',
    name: 'Outils',
    description: '',
  })
  assert.equal((await change({ name: 'Garden tools' })).description, 'Rakes')
  const { name, description, translated_content } = await change({ name: null, description: null })
  assert.deepEqual([name, description], ['Garden tools', null])
  assert.deepEqual(Object.keys(translated_content), ['type', 'en', 'fr'])
  const { translated_content: after } = await change({ translated_content: { de: { description: null } } })
  assert.deepEqual(Object.keys(after), ['type', 'en', 'fr'])
})

test('an empty name is refused in every language, and nothing is written', async () => {
  const refusal = [400, [{ code: 'parameter_not_found', message: 'Name is a required parameter.' }]]
  const { id } = await created()
  const before = (await client.get(`/help_center/collections/${id}`)).body
  for (const fields of [
    { name: '' },
    { name: ' \u200b' },
    { description: 'New', translated_content: { de: { name: '  ', description: 'nur' } } },
  ]) {
    const changed = await client.put(`/help_center/collections/${id}`, fields)
    assert.deepEqual([changed.status, changed.body.errors], refusal, JSON.stringify(fields))
    const made = await client.post('/help_center/collections', { name: 'Tools', ...fields })
    assert.deepEqual([made.status, made.body.errors], refusal, JSON.stringify(fields))
  }
  assert.deepEqual((await client.get(`/help_center/collections/${id}`)).body, before)
})

test('a language with a description alone has the name of the default language', async () => {
  const { id } = await created()
  const change = async (fields: object) => (await client.put(`/help_center/collections/${id}`, fields)).body
  const de = { type: 'group_content', name: 'Tools', description: 'nur' }
  const translated_content = { de: { description: 'nur' } }
  assert.deepEqual((await change({ translated_content })).translated_content.de, de)
  assert.deepEqual((await change({ name: 'Rakes' })).translated_content.de, { ...de, name: 'Rakes' })
  assert.deepEqual((await created({ translated_content })).translated_content.de, de)
})

test('collections nest, and never stand in themselves', async () => {
  const outer = await created()
  const inner = await created({ parent_id: outer.id })
  assert.equal(inner.parent_id, outer.id)
  for (const parent_id of [inner.id, outer.id]) {
    const { status, body } = await client.put(`/help_center/collections/${outer.id}`, { parent_id })
    assert.deepEqual([status, body.errors[0].field], [400, 'parent_id'])
  }
  assert.equal((await client.put(`/help_center/collections/${inner.id}`, { parent_id: null })).body.parent_id, null)
})

test('versions with sections see nested collections as sections, and only there', async () => {
  const outer = await created()
  const section = (await old.post('/help_center/sections', { name: 'Rakes', parent_id: Number(outer.id) })).body
  assert.deepEqual(section, {
    type: 'section',
    id: section.id,
    workspace_id: app.workspace.app_id,
    name: 'Rakes',
    url: null,
    order: 0,
    created_at: now(),
    updated_at: now(),
    icon: 'book-bookmark',
    parent_id: Number(outer.id),
  })
  assert.equal((await client.get(`/help_center/collections/${section.id}`)).body.parent_id, outer.id)
  assert.equal((await old.get(`/help_center/collections/${section.id}`)).status, 404)
  assert.equal((await old.get(`/help_center/sections/${outer.id}`)).status, 404)
  const seen = (await old.get(`/help_center/collections/${outer.id}`)).body
  assert.deepEqual([seen.type, 'parent_id' in seen], ['collection', false])
  assert.equal(ids(await old.get('/help_center/collections?per_page=100')).includes(section.id), false)
  assert.deepEqual(ids(await old.get('/help_center/sections')).includes(section.id), true)
  assert.equal((await old.put(`/help_center/sections/${section.id}`, { name: 'Leaf rakes' })).body.name, 'Leaf rakes')
  for (const [parent, kind] of [
    [section, 'section'],
    [outer, 'collection'],
  ] as const) {
    const sent = { title: 'Tines', author_id: app.workspace.adminId, parent_id: Number(parent.id), parent_type: kind }
    const article = (await old.post('/articles', sent)).body
    assert.deepEqual([article.parent_id, article.parent_type], [Number(parent.id), kind])
    assert.equal((await old.get(`/articles/${article.id}`)).body.parent_type, kind)
    assert.equal((await between.get(`/articles/${article.id}`)).body.parent_type, 'collection')
    await client.delete(`/articles/${article.id}`)
  }
  assert.deepEqual((await old.delete(`/help_center/sections/${section.id}`)).body, {
    id: section.id,
    object: 'section',
    deleted: true,
  })
  assert.equal((await client.get('/help_center/sections')).status, 400)
})

test('a deleted collection takes those in it along', async () => {
  const outer = await created()
  const inner = await created({ parent_id: outer.id })
  assert.deepEqual((await client.delete(`/help_center/collections/${outer.id}`)).body, {
    id: outer.id,
    object: 'collection',
    deleted: true,
  })
  for (const { id } of [outer, inner]) assert.equal((await client.get(`/help_center/collections/${id}`)).status, 404)
})

test('the list is paged, last changed first', async () => {
  const own = app.client({ token: (await app.createWorkspace()).token })
  assert.deepEqual((await own.get('/help_center/collections')).body, {
    type: 'list',
    data: [],
    total_count: 0,
    pages: { type: 'pages', page: 1, per_page: 20, total_pages: 0 },
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const author_id = app.workspace.adminId
const created = async (fields: object = {}) =>
  (await client.post('/articles', { title: 'Oiling a handle', body: '<p>Use oil.</p>', author_id, ...fields })).body
const now = () => Math.floor(app.clock.now().getTime() / 1000)

test('an article is created as a draft, with its body as the help center shows it', async () => {
  const article = await created()
  assert.deepEqual(article, {
    id: article.id,
    type: 'article',
    workspace_id: app.workspace.app_id,
    parent_ids: [],
    statistics: {
      type: 'article_statistics',
      views: 0,
      conversations: 0,
      reactions: 0,
      happy_reaction_percentage: 0,
      neutral_reaction_percentage: 0,
      sad_reaction_percentage: 0,
      fin_involvements: 0,
      fin_resolutions: 0,
      fin_resolution_rate: 0,
    },
    tags: { type: 'tag.list', tags: [] },
    content_id: article.content_id,
    title: 'Oiling a handle',
    description: '',
    body: '<p class="no-margin">Use oil.</p>',
    body_markdown: 'Use oil.',
    author_id,
    state: 'draft',
    created_at: now(),
    updated_at: now(),
    has_unpublished_changes: false,
    draft_updated_at: null,
    url: null,
    ai_chatbot_availability: true,
    ai_copilot_availability: true,
    ai_sales_agent_availability: true,
    created_by_id: author_id,
    updated_by_id: author_id,
    folder_id: null,
    exclude_from_article_suggestions: false,
    help_center_audience: 'everyone',
    scheduled_publish_at: null,
    scheduled_unpublish_at: null,
  })
  assert.deepEqual((await client.get(`/articles/${article.id}`)).body, article)
})

test('saving what was read changes nothing', async () => {
  const { id, body } = await created({ body: '<h2>A</h2><ul><li>b<ul><li>c</li></ul></li></ul><pre>x\n y</pre>' })
  const again = (await client.put(`/articles/${id}`, { body })).body
  assert.equal(again.body, body)
  assert.equal((await client.put(`/articles/${id}`, { body_markdown: again.body_markdown })).body.body, body)
  assert.equal((await client.get(`/articles/${id}/versions`)).body.total_count, 1)
})

test('the list has articles without statistics, last changed first, and no next on the last page', async () => {
  const own = app.client({ token: (await app.createWorkspace()).token })
  const empty = (await own.get('/articles')).body
  assert.deepEqual(empty, {
    type: 'list',
    pages: { type: 'pages', page: 1, per_page: 25, total_pages: 0 },
    total_count: 0,
    data: [],
  })
  const admin = Number((await own.get('/me')).body.id)
  for (const title of ['one', 'two', 'three']) {
    app.clock.advance(1)
    await own.post('/articles', { title, author_id: admin })
  }
  const { body } = await own.get('/articles?per_page=2')
  assert.deepEqual(
    body.data.map(({ title, statistics }: any) => [title, statistics]),
    [
      ['three', undefined],
      ['two', undefined],
    ],
  )
  assert.match(body.pages.next, /\/articles\?per_page=2&page=2$/)
  const last = (await own.get('/articles?per_page=2&page=2')).body
  assert.equal('next' in last.pages, false)
  assert.equal((await own.get('/articles?page=0')).body.data.length, 3)
  assert.equal((await own.get('/articles?per_page=251')).status, 400)
})

test('an article needs an author and a title, of the default language at least', async () => {
  const missing = await client.post('/articles', { title: 'x' })
  assert.equal(missing.status, 400)
  assert.deepEqual(missing.body.errors, [
    {
      code: 'parameter_not_found',
      message: 'author_id must be in the main body or default locale translated_content object',
    },
  ])
  assert.equal((await client.post('/articles', { author_id })).status, 400)
  assert.equal((await client.post('/articles', { title: 'x', author_id: 1 })).status, 400)
  const translated = await client.post('/articles', { translated_content: { en: { title: 'In English', author_id } } })
  assert.equal(translated.body.title, 'In English')
  assert.equal((await created({ body_markdown: 'x' })).errors[0].code, 'parameter_invalid')
  assert.equal((await created({ translated_content: { xx: { title: 'x' } } })).errors[0].message, 'Unknown locale')
  assert.equal((await created({ parent_id: 1 })).errors[0].field, 'parent_id')
})

test('other languages stand in translated_content, and stay when they are not sent', async () => {
  const article = await created({ translated_content: { fr: { title: 'Huiler', body: '<p>Huile.</p>' }, de: null } })
  assert.equal(article.default_locale, 'en')
  assert.deepEqual(Object.keys(article.translated_content), ['type', 'en', 'fr'])
  assert.partialDeepStrictEqual(article.translated_content.fr, {
    type: 'article_content',
    title: 'Huiler',
    body: '<p class="no-margin">Huile.</p>',
    author_id,
    state: 'draft',
  })
  const changed = await client.put(`/articles/${article.id}`, { translated_content: { fr: { state: 'published' } } })
  assert.equal(changed.body.translated_content.fr.state, 'published')
  assert.equal(changed.body.translated_content.fr.title, 'Huiler')
  assert.equal(changed.body.state, 'draft')
})

test('a published article of a collection has an address while the site is on', async () => {
  const { id: token, token: key } = await app.createWorkspace()
  const own = app.client({ token: key })
  const admin = Number((await own.get('/me')).body.id)
  const collection = (await own.post('/help_center/collections', { name: 'Tools' })).body
  const fields = { title: 'Größe & Maß', author_id: admin, state: 'published', parent_id: collection.id }
  const article = (await own.post('/articles', fields)).body
  assert.deepEqual([article.parent_ids, article.url], [[Number(collection.id)], null])
  await app.db`update help_centers set website_turned_on = true where workspace_id = ${token}`
  const { url } = (await own.get(`/articles/${article.id}`)).body
  assert.equal(decodeURI(new URL(url).pathname).split('/').slice(3).join('/'), `en/articles/${article.id}-größe-maß`)
  await own.delete(`/help_center/collections/${collection.id}`)
  assert.partialDeepStrictEqual((await own.get(`/articles/${article.id}`)).body, { parent_ids: [], url: null })
})

test('a staged draft leaves the live text as it is until it is published', async () => {
  const { id } = await created()
  const early = await client.put(`/articles/${id}/draft`, { title: 'New' })
  assert.deepEqual(
    [early.status, early.body.errors[0].message],
    [422, 'Article must be published before a draft can be staged'],
  )
  await client.put(`/articles/${id}`, { state: 'published' })
  assert.equal((await client.get(`/articles/${id}/draft`)).status, 404)
  assert.equal(
    (await client.post(`/articles/${id}/draft/publish`)).body.errors[0].message,
    'Article has no draft to publish',
  )
  app.clock.advance(5)
  const staged = await client.put(`/articles/${id}/draft`, { title: 'New', ai_copilot_availability: false })
  assert.deepEqual([staged.status, staged.body.title], [200, 'New'])
  const live = (await client.get(`/articles/${id}`)).body
  assert.partialDeepStrictEqual(live, {
    title: 'Oiling a handle',
    has_unpublished_changes: true,
    draft_updated_at: now(),
    ai_copilot_availability: true,
  })
  const edited = (await client.put(`/articles/${id}`, { description: 'More' })).body
  assert.equal(edited.description, '')
  assert.partialDeepStrictEqual((await client.get(`/articles/${id}/draft`)).body, { title: 'New', description: 'More' })
  const published = (await client.post(`/articles/${id}/draft/publish`)).body
  assert.partialDeepStrictEqual(published, { title: 'New', description: 'More', has_unpublished_changes: false })
})

test('null clears the description and the words, and says nothing beside words in the other form', async () => {
  const { id, body } = await created({ description: 'Once a month' })
  const cleared = await client.put(`/articles/${id}`, { description: null, body: null })
  assert.deepEqual([cleared.body.description, cleared.body.body, cleared.body.body_markdown], ['', '', ''])
  assert.equal((await client.put(`/articles/${id}`, { body, body_markdown: null })).body.body, body)
})

test('a draft that is changed back to the live text waits no more', async () => {
  const { id } = await created({ state: 'published' })
  const staged = await client.put(`/articles/${id}/draft`, { title: 'Oiling every handle' })
  assert.equal(staged.body.has_unpublished_changes, true)
  const back = await client.put(`/articles/${id}/draft`, { title: 'Oiling a handle' })
  assert.deepEqual([back.body.has_unpublished_changes, back.body.draft_updated_at], [false, null])
  assert.equal((await client.get(`/articles/${id}/draft`)).status, 404)
  assert.equal((await client.get(`/articles/${id}`)).body.title, 'Oiling a handle')
})

test('a draft of several languages is published by language', async () => {
  const { id } = await created({
    state: 'published',
    translated_content: { fr: { title: 'Huiler', state: 'published' } },
  })
  await client.put(`/articles/${id}/draft`, { title: 'New' })
  const publish = (body?: object) => client.post(`/articles/${id}/draft/publish`, body)
  assert.equal((await publish({})).body.errors[0].code, 'parameter_not_found')
  assert.equal(
    (await publish({ locales: ['fr'] })).body.errors[0].message,
    'Cannot publish a draft for locale(s) without pending changes: fr',
  )
  assert.equal((await publish({ locales: ['en'] })).body.title, 'New')
})

test('every change of words is a version, newest first', async () => {
  const { id } = await created()
  await client.put(`/articles/${id}`, { title: 'Second', state: 'published' })
  await client.put(`/articles/${id}`, { ai_copilot_availability: false })
  const { body } = await client.get(`/articles/${id}/versions`)
  assert.deepEqual(
    body.data.map(({ title, state, created_via, from_version_id }: any) => [
      title,
      state,
      created_via,
      from_version_id,
    ]),
    [
      ['Second', 'published', 'api', body.data[1].id],
      ['Oiling a handle', 'draft', 'api', null],
    ],
  )
  const version = await client.get(`/articles/${id}/versions/${body.data[1].id}`)
  assert.partialDeepStrictEqual(version.body, { type: 'article_version', body_markdown: 'Use oil.', article_id: id })
  assert.equal((await client.get(`/articles/${id}/versions?locale=xx`)).body.errors[0].message, 'Unknown locale')
  assert.equal((await client.get(`/articles/${id}/versions/${body.data[1].id}?locale=xx`)).status, 400)
  assert.equal((await client.get(`/articles/${id}/versions/1`)).status, 404)
})

test('an article is tagged and untagged', async () => {
  const { id } = await created()
  const tag = (await client.post('/tags', { name: 'Handles' })).body
  const applied = (await client.post(`/articles/${id}/tags`, { id: tag.id })).body
  assert.deepEqual(applied, {
    type: 'tag',
    id: tag.id,
    name: 'Handles',
    applied_at: now(),
    applied_by: { type: 'admin', id: String(author_id) },
  })
  assert.deepEqual((await client.get(`/articles/${id}`)).body.tags.tags, [{ type: 'tag', id: tag.id, name: 'Handles' }])
  assert.deepEqual((await client.delete(`/articles/${id}/tags/${tag.id}`)).body.applied_at, null)
  assert.deepEqual((await client.get(`/articles/${id}`)).body.tags.tags, [])
  assert.equal((await client.post('/articles/1/tags', { id: tag.id })).body.errors[0].code, 'article_not_found')
  assert.equal((await client.post(`/articles/${id}/tags`, { id: '1' })).body.errors[0].code, 'tag_not_found')
})

test('a deleted article is gone', async () => {
  const { id } = await created()
  assert.deepEqual((await client.delete(`/articles/${id}`)).body, { id, object: 'article', deleted: true })
  assert.equal((await client.get(`/articles/${id}`)).status, 404)
  assert.equal((await client.delete(`/articles/${id}`)).status, 404)
})

test('older versions have parent_id and parent_type, and no Markdown', async () => {
  const collection = (await client.post('/help_center/collections', { name: 'Old' })).body
  const { id } = await created({ parent_id: collection.id, parent_type: 'collection' })
  const old = (await app.client({ version: '2.11' }).get(`/articles/${id}`)).body
  assert.deepEqual([old.parent_id, old.parent_type], [Number(collection.id), 'collection'])
  for (const key of ['body_markdown', 'tags', 'has_unpublished_changes', 'scheduled_publish_at'])
    assert.equal(key in old, false, key)
})

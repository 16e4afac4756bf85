import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { changeArticleState } from './change-article-state.task.ts'

const app = await testApp()
const client = app.client()
const author_id = app.workspace.adminId

const topics = async (id: string): Promise<[string, any][]> => {
  const rows = await app.db<{ topic: string; item: any }[]>`
    select topic, item from events where workspace_id = ${app.workspace.id} and item ->> 'id' = ${id} order by id`
  return rows.map(({ topic, item }) => [topic, item])
}

test('publishing tells of a change of the draft, then that it is published', async () => {
  const { id } = (await client.post('/articles', { title: 'Told', author_id })).body
  await client.put(`/articles/${id}`, { state: 'published', title: 'Told twice' })
  await client.put(`/articles/${id}`, { description: 'More' })
  await client.put(`/articles/${id}`, { state: 'draft' })
  await client.delete(`/articles/${id}`)
  assert.deepEqual(
    (await topics(id)).map(([topic, { state, title }]) => [topic, state, title]),
    [
      ['article.created', 'draft', 'Told'],
      ['article.updated', 'draft', 'Told twice'],
      ['article.published', 'published', 'Told twice'],
      ['article.updated', 'published', 'Told twice'],
      ['article.unpublished', 'draft', 'Told twice'],
      ['article.deleted', 'draft', 'Told twice'],
    ],
  )
})

test('the article in webhooks has its times as texts, and no Markdown', async () => {
  const { id } = (await client.post('/articles', { title: 'Told', author_id })).body
  const [[, item]] = (await topics(id)) as [[string, any]]
  assert.match(item.created_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/)
  assert.equal(item.body_markdown, null)
  assert.deepEqual(Object.keys(item).slice(0, 8), [
    'id',
    'type',
    'workspace_id',
    'parent_id',
    'parent_type',
    'parent_ids',
    'statistics',
    'tags',
  ])
})

const inSeconds = (seconds: number) => new Date(app.clock.now().getTime() + seconds * 1000).toISOString()
const wake = (id: string) =>
  changeArticleState.run({ db: app.db, clock: app.clock }, { workspace_id: app.workspace.id, article_id: Number(id) })

test('a planned article is published and made a draft again when its time has come', async () => {
  const fields = { title: 'Later', author_id, state: 'published', scheduled_publish_at: inSeconds(60) }
  const { id, state, scheduled_publish_at } = (await client.post('/articles', fields)).body
  assert.deepEqual([state, typeof scheduled_publish_at], ['draft', 'number'])
  await wake(id)
  assert.equal((await client.get(`/articles/${id}`)).body.state, 'draft')
  app.clock.advance(61)
  await wake(id)
  await wake(id)
  const live = (await client.get(`/articles/${id}`)).body
  assert.deepEqual([live.state, live.scheduled_publish_at], ['published', null])
  await client.put(`/articles/${id}`, { scheduled_unpublish_at: inSeconds(60) })
  app.clock.advance(61)
  await wake(id)
  assert.equal((await client.get(`/articles/${id}`)).body.state, 'draft')
})

test('a plan ends when it is taken back, and in the past there is none', async () => {
  const fields = { title: 'Never', author_id, scheduled_publish_at: inSeconds(60) }
  const { id } = (await client.post('/articles', fields)).body
  assert.equal((await client.put(`/articles/${id}`, { scheduled_publish_at: null })).body.scheduled_publish_at, null)
  app.clock.advance(61)
  await wake(id)
  assert.equal((await client.get(`/articles/${id}`)).body.state, 'draft')
  for (const scheduled_publish_at of ['2020-01-01T00:00:00Z', 'soon'])
    assert.equal((await client.put(`/articles/${id}`, { scheduled_publish_at })).status, 400)
})

test('an article that waits to be published takes changes aside', async () => {
  const { id } = (await client.post('/articles', { title: 'Live', author_id, state: 'published' })).body
  const changed = await client.put(`/articles/${id}`, { title: 'Next', scheduled_publish_at: inSeconds(60) })
  assert.partialDeepStrictEqual(changed.body, { title: 'Live', has_unpublished_changes: true })
  app.clock.advance(61)
  await wake(id)
  assert.partialDeepStrictEqual((await client.get(`/articles/${id}`)).body, {
    title: 'Next',
    has_unpublished_changes: false,
  })
})

test('a planned publication tells whole addresses, by the configured one', async () => {
  const parent_id = (await client.post('/help_center/collections', { name: 'Guides' })).body.id
  await app.db`update help_centers set website_turned_on = true where workspace_id = ${app.workspace.id}`
  const fields = {
    title: 'Addressed',
    author_id,
    parent_id,
    parent_type: 'collection',
    state: 'published',
    scheduled_publish_at: inSeconds(60),
  }
  const { id } = (await client.post('/articles', fields)).body
  app.clock.advance(61)
  const deps = { db: app.db, clock: app.clock, addressOf: (path: string) => `https://parley.example${path}` }
  await changeArticleState.run(deps, { workspace_id: app.workspace.id, article_id: Number(id) })
  const urls = (await topics(id)).flatMap(([, { url }]) => url ?? [])
  assert.match(urls.at(-1), /^https:\/\/parley\.example\/help\//)
})

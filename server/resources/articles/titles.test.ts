import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runBulkJobs } from '../../tasks.ts'
import { testApp } from '../../test/app.ts'
import { changeArticleState } from './change-article-state.task.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const author_id = app.workspace.adminId
const created = async (fields: object = {}): Promise<any> => {
  const reply = await client.post('/articles', { title: 'Oiling', body: '<p>Use oil.</p>', author_id, ...fields })
  assert.equal(reply.status, 200, reply.text)
  return reply.body
}
const refusal = [400, [{ code: 'parameter_not_found', message: 'title is a required parameter' }]]
const get = async (id: string) => (await client.get(`/articles/${id}`)).body
const UNSEEN = ['', '   ', '\u200b', '\u2060 \ufeff', '\u3164', '\u2800', '\u00ad']
/** Sends a change that publishes no title. */
async function refused(id: string, send: () => Promise<any>, about = ''): Promise<void> {
  const before = await get(id)
  const { status, body } = await send()
  assert.deepEqual([status, body.errors], refusal, about)
  assert.deepEqual(await get(id), before)
}
const WITHOUT_TITLE = { de: { body: '<p>x</p>', author_id } }
const LATER = 3600
const later = () => new Date(app.clock.now().getTime() + LATER * 1000).toISOString()
const wake = (article_id: string) =>
  changeArticleState.run(
    { db: app.db, clock: app.clock },
    { workspace_id: app.workspace.id, article_id: Number(article_id) },
  )

for (const version of ['2.11', '2.18', 'Preview'])
  test(`no change makes an article public without a title that is seen, in ${version}`, async () => {
    const { put, post } = app.client({ version })
    const [draft, live] = [await created(), await created({ state: 'published' })]
    for (const title of UNSEEN) {
      await refused(draft.id, () => put(`/articles/${draft.id}`, { title, state: 'published' }), title)
      await refused(live.id, () => put(`/articles/${live.id}`, { title }), title)
      const made = await post('/articles', { title, author_id, state: 'published' })
      assert.deepEqual([made.status, made.body.errors], refusal)
    }
    const translated_content = { de: { ...WITHOUT_TITLE.de, state: 'published' } }
    await refused(draft.id, () => put(`/articles/${draft.id}`, { translated_content }))
    const made = await post('/articles', { title: 'Oiling', author_id, translated_content })
    assert.deepEqual([made.status, made.body.errors], refusal)
    assert.equal((await put(`/articles/${draft.id}`, { title: '' })).status, 200)
    await refused(draft.id, () => put(`/articles/${draft.id}`, { state: 'published' }))
  })

test('a staged draft without a title waits, and is not published until it has one', async () => {
  const { id } = await created({ state: 'published' })
  assert.equal((await client.put(`/articles/${id}/draft`, { title: '   ' })).status, 200)
  await refused(id, () => client.post(`/articles/${id}/draft/publish`))
  await refused(id, () => client.put(`/articles/${id}`, { state: 'published' }))
  await client.put(`/articles/${id}/draft`, { title: 'Newer' })
  assert.equal((await client.post(`/articles/${id}/draft/publish`)).body.title, 'Newer')
})

test('a language without a title is published neither with its draft nor in bulk', async () => {
  const { id } = await created({ state: 'published', translated_content: WITHOUT_TITLE })
  await refused(id, () => client.post(`/articles/${id}/draft/publish`, { locales: ['de'] }))
  const [{ id: content }] = await app.db<[{ id: number }]>`
    select id from article_contents
    where workspace_id = ${app.workspace.id} and article_id = ${Number(id)} and locale = 'de'`
  const content_ids = [{ type: 'article_content', id: content }]
  await client.post('/content/bulk_actions', { action: 'publish', content_ids })
  const [job] = await app.db<{ id: number }[]>`
    select id from bulk_jobs where workspace_id = ${app.workspace.id} and completed_at is null`
  await runBulkJobs.run({ db: app.db, clock: app.clock }, { workspace_id: app.workspace.id, job_id: job!.id })
  assert.equal((await get(id)).translated_content.de.state, 'draft')
  const [item] = await app.db<{ error_code: string }[]>`
    select error_code from bulk_items where workspace_id = ${app.workspace.id}`
  assert.equal(item!.error_code, 'parameter_not_found')
})

test('publishing is not planned for an article of which a language has no title', async () => {
  const made = await client.post('/articles', {
    title: 'Oiling',
    author_id,
    scheduled_publish_at: later(),
    translated_content: WITHOUT_TITLE,
  })
  assert.deepEqual([made.status, made.body.errors], refusal)
  const { id } = await created({ translated_content: WITHOUT_TITLE })
  const plan = () => client.put(`/articles/${id}`, { scheduled_publish_at: later() })
  await refused(id, plan)
  await client.put(`/articles/${id}`, { translated_content: { de: { title: 'Ölen' } } })
  assert.equal((await plan()).status, 200)
  await refused(id, () => client.put(`/articles/${id}`, { title: ' ' }))
  app.clock.advance(LATER + 1)
  await wake(id)
  const { state, translated_content } = await get(id)
  assert.deepEqual([state, translated_content.de.state], ['published', 'published'])
})

test('a staged draft of an article that is planned to be published has a title', async () => {
  const { id } = await created({ state: 'published' })
  await client.put(`/articles/${id}`, { title: 'Newer', scheduled_publish_at: later() })
  await refused(id, () => client.put(`/articles/${id}/draft`, { title: ' ' }))
})

test('a plan from before titles were asked for publishes the languages that have one', async () => {
  const { id } = await created({ translated_content: { de: { title: 'Ölen' } }, scheduled_publish_at: later() })
  await app.db`
    update article_contents set title = '' where workspace_id = ${app.workspace.id} and article_id = ${Number(id)}
      and locale = 'de'`
  app.clock.advance(LATER + 1)
  await wake(id)
  const { state, translated_content, scheduled_publish_at } = await get(id)
  assert.deepEqual([state, translated_content.de.state, scheduled_publish_at], ['published', 'draft', null])
})

test('an internal article has a title that is seen', async () => {
  const article = { title: 'Oiling', author_id, owner_id: author_id }
  const { id } = (await client.post('/internal_articles', article)).body
  for (const title of UNSEEN) {
    assert.equal((await client.post('/internal_articles', { ...article, title })).status, 400, title)
    assert.equal((await client.put(`/internal_articles/${id}`, { title })).status, 400, title)
  }
  assert.equal((await client.get(`/internal_articles/${id}`)).body.title, 'Oiling')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { testApp } from '../../test/app.ts'
import { plansOf } from '../../test/plans.ts'
import { newConversation } from './test-scene.ts'

const app = await testApp({ own: true })
const client = app.client({ version: '2.16' })
const list = async (query = '', from = client) => (await from.get(`/conversations/deleted${query}`)).body

test('nothing is listed while nothing was deleted', async () => {
  await newConversation(client)
  assert.deepEqual(await list(), {
    type: 'conversations.list',
    conversations: [],
    total_count: 0,
    pages: { type: 'pages', next: null, page: 1, per_page: 20, total_pages: 0 },
  })
})

test('conversations are listed in the order in which they were deleted, with the fate of their metrics', async () => {
  const [first, second, third] = [
    await newConversation(client),
    await newConversation(client),
    await newConversation(client),
  ]
  const times: number[] = []
  for (const [{ path }, query] of [
    [second, ''],
    [third, '?retain_metrics=false'],
    [first, '?retain_metrics=true'],
  ] as const) {
    app.clock.advance(10)
    times.push(unix(app.clock.now()))
    await client.delete(`${path}${query}`)
  }
  const item = ({ id }: { id: string }, metrics_retained: boolean, at: number) => ({
    type: 'conversation',
    id,
    metrics_retained,
    deleted_at: times[at],
  })
  const oldestFirst = [item(second, true, 0), item(third, false, 1), item(first, true, 2)]
  assert.deepEqual((await list()).conversations, oldestFirst.toReversed())
  assert.deepEqual((await list('?order=desc')).conversations, oldestFirst.toReversed())
  assert.deepEqual((await list('?order=asc')).conversations, oldestFirst)
  const page = await list('?order=asc&per_page=2&page=2')
  assert.deepEqual([page.conversations, page.total_count], [oldestFirst.slice(2), 3])
  const { next } = (await list('?order=asc&per_page=2', app.client({ version: '2.17' }))).pages
  assert.match(next, /\/conversations\/deleted\?order=asc&per_page=2&page=2$/)
  assert.equal(page.pages.prev, undefined)
  const other = await app.createWorkspace()
  assert.deepEqual((await list('', app.client({ token: other.token, version: '2.16' }))).conversations, [])
})

test('a merged conversation is not deleted, and a deleted ticket is listed', async () => {
  const [from, into] = [await newConversation(client), await newConversation(client)]
  const before = (await list()).total_count
  await client.post(`${from.path}/merge`, { merge_into_conversation_id: into.id })
  assert.equal((await list()).total_count, before)
  const type = await client.post('/ticket_types', { name: 'Request', category: 'Customer' })
  await client.post(`${into.path}/convert`, { ticket_type_id: type.body.id })
  app.clock.advance(1)
  await client.delete(`/tickets/${into.id}`)
  assert.equal((await list()).conversations[0].id, into.id)
})

test('versions before 2.16 have no such list', async () => {
  const { status, body } = await app.client({ version: '2.15' }).get('/conversations/deleted')
  assert.deepEqual([status, body.errors[0].code], [400, 'intercom_version_invalid'])
})

test('more than 60 on a page are refused, and so is an unknown order', async () => {
  for (const query of ['?per_page=61', '?order=newest']) {
    const { status, body } = await client.get(`/conversations/deleted${query}`)
    assert.deepEqual([status, body.errors[0].code], [400, 'parameter_invalid'])
  }
})

test('pages and their total are read by an index of deleted conversations alone', async () => {
  const now = app.clock.now()
  await app.db`
    insert into threads (workspace_id, created_at, updated_at, deleted_at)
    select ${app.workspace.id}, ${now}, ${now}, case when n % 50 = 0 then ${now}::timestamptz end
    from generate_series(1, 5000) n`
  await app.db`analyze`
  const plans = await plansOf(app.db, /from threads/, () => list('?per_page=20&page=2'))
  assert.ok(plans.length >= 2)
  for (const { reads } of plans)
    for (const { table, index, wasted } of reads.filter((read) => read.table === 'threads'))
      assert.deepEqual([table, index, wasted], ['threads', 'threads_deleted', 0])
})

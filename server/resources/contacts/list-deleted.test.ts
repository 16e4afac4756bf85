import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const make = async (details: object) => (await client.post('/contacts', details)).body.id as string
const list = async (query = '') => (await client.get(`/contacts/deleted${query}`)).body

test('nobody is listed while everybody is active', async () => {
  await make({ external_id: 'active' })
  assert.deepEqual(await list(), {
    type: 'list',
    data: [],
    total_count: 0,
    pages: { type: 'pages', next: null, page: 1, per_page: 10, total_pages: 0, prev: null },
  })
})

test('each contact tells what became of it, and what is still known of it', async () => {
  const email = "o'hara@example.com"
  const archived = await make({ external_id: 'archived', email })
  const blocked = await make({ external_id: 'blocked' })
  const [merged, into] = [
    await make({ role: 'lead', external_id: 'merged', email }),
    await make({ external_id: 'into' }),
  ]
  const deleted = await make({ external_id: 'deleted', email: 'deleted@example.com' })
  const restored = await make({ external_id: 'restored' })
  await client.post(`/contacts/${archived}/archive`)
  await client.post(`/contacts/${blocked}/block`)
  await client.post('/contacts/merge', { from: merged, into, skip_duplicate_validation: true })
  await client.delete(`/contacts/${deleted}`)
  await client.post(`/contacts/${restored}/archive`)
  await client.post(`/contacts/${restored}/unarchive`)
  const { data, total_count } = await list()
  assert.equal(total_count, 4)
  assert.deepEqual(data, [
    { id: archived, status: 'archived', external_id: 'archived', email },
    { id: blocked, status: 'blocked', external_id: 'blocked', email: null },
    { id: merged, status: 'merged', merged_into_id: into, external_id: 'merged', email: null },
    { id: deleted, status: 'permanently_deleted', external_id: null, email: null },
  ])
  assert.equal((await list('?escape_identity=true')).data[0].email, 'o&#39;hara@example.com')
})

test('pages lead forth and back', async () => {
  const second = await list('?per_page=3&page=2')
  assert.deepEqual([second.data.length, second.pages.next, second.pages.total_pages], [1, null, 2])
  const back = new URL(second.pages.prev)
  assert.deepEqual((await client.get(`${back.pathname}${back.search}`)).body.data, (await list('?per_page=3')).data)
  assert.equal((await list('?per_page=3')).pages.prev, null)
})

test('per_page is read as the page of the operation says', async () => {
  for (const [asked, size] of [
    ['2x', 2],
    ['151', 150],
  ] as const)
    assert.equal((await list(`?per_page=${asked}`)).pages.per_page, size)
  for (const asked of ['0', 'x', '-2', '']) {
    const { status, body } = await client.get(`/contacts/deleted?per_page=${asked}`)
    assert.deepEqual([status, body.errors[0].code], [400, 'invalid_per_page'], asked)
  }
})

test('visitors, and contacts of other workspaces, are not among them', async () => {
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  assert.equal((await stranger.get('/contacts/deleted')).body.total_count, 0)
  const before = (await list()).total_count
  const at = app.clock.now()
  await app.db`insert into contacts ${app.db({
    workspace_id: app.workspace.id,
    id: 'e'.repeat(24),
    role: 'visitor',
    external_id: 'visitor',
    created_at: at,
    updated_at: at,
  })}`
  const user = { id: await make({ external_id: 'known' }) }
  await client.post('/visitors/convert', { visitor: { user_id: 'visitor' }, user, type: 'user' })
  assert.equal((await list()).total_count, before)
})

test('before 2.17 there is no such list', async () => {
  const { body } = await app.client({ version: '2.16' }).get('/contacts/deleted')
  assert.equal(body.errors[0].code, 'intercom_version_invalid')
})

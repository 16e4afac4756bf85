import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const client = app.client()
const owner = String(app.workspace.adminId)
let hired = 0
const hire = async (details: object = {}) =>
  (await client.post('/parley/admins', { name: 'Ada', email: `ada-${hired++}@example.com`, ...details })).body

test('an admin is made, shown by the API, and told of', async () => {
  const details = { name: ' Grace ', email: ' Grace@example.com ', job_title: 'Support', has_inbox_seat: true }
  const given = { ...details, avatar: { image_url: 'https://example.com/g.png' }, role: { name: 'Lead' } }
  const { status, body } = await client.post('/parley/admins', given)
  assert.equal(status, 200)
  assert.deepEqual(body, {
    type: 'admin',
    id: body.id,
    name: 'Grace',
    email: 'Grace@example.com',
    job_title: 'Support',
    away_mode_enabled: false,
    away_mode_reassign: false,
    away_status_reason_id: null,
    conversation_assignment_limit: null,
    has_inbox_seat: true,
    team_ids: [],
    team_priority_level: {},
    role: { type: 'role', id: body.role.id, name: 'Lead' },
    avatar: { type: 'avatar', image_url: 'https://example.com/g.png' },
    is_bot: false,
    created_at: app.clock.now().getTime() / 1000,
    removed_at: null,
  })
  assert.deepEqual((await client.get(`/parley/admins/${body.id}`)).body, body)
  const shown = (await client.get(`/admins/${body.id}`)).body
  assert.deepEqual([shown.name, shown.email, shown.role.name], ['Grace', 'Grace@example.com', 'Lead'])
  const [event] = await app.db`
    select item ->> 'id' as id from events
    where workspace_id = ${app.workspace.id} and topic = 'admin.added_to_workspace' order by id desc limit 1`
  assert.equal(event!['id'], body.id)
})

test('given properties change, missing ones stay, and null clears', async () => {
  const { id } = await hire({ job_title: 'Support', role: { name: 'Agent' } })
  const changed = await client.put(`/parley/admins/${id}`, { name: 'Ada King', has_inbox_seat: true })
  assert.partialDeepStrictEqual(changed.body, { name: 'Ada King', job_title: 'Support', has_inbox_seat: true })
  const cleared = (await client.put(`/parley/admins/${id}`, { job_title: null, role: null, avatar: null })).body
  assert.deepEqual(['job_title' in cleared, 'role' in cleared, cleared.avatar.image_url], [false, false, null])
  assert.deepEqual((await client.put(`/parley/admins/${id}`, cleared)).body, cleared)
})

test('roles of one name are one role', async () => {
  const [one, two, three] = [
    await hire({ role: { name: 'Editor' } }),
    await hire({ role: { name: 'Editor' } }),
    await hire({ role: { name: 'Auditor' } }),
  ]
  assert.equal(one.role.id, two.role.id)
  assert.notEqual(one.role.id, three.role.id)
})

test('no two admins have one email, in whatever letter case, though they are made at once', async () => {
  const make = (email: string) => client.post('/parley/admins', { name: 'Twin', email })
  const replies = await Promise.all(['twin@example.com', 'TWIN@example.com', 'Twin@Example.com'].map(make))
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 409, 409])
  const other = await hire()
  const taken = await client.put(`/parley/admins/${other.id}`, { email: 'tWin@example.com' })
  assert.equal(taken.status, 409)
  assert.deepEqual(taken.body.errors, [
    { code: 'conflict', message: 'There is an admin with that email already', field: 'email' },
  ])
  assert.equal((await client.put(`/parley/admins/${other.id}`, { email: other.email.toUpperCase() })).status, 200)
})

for (const [body, message] of [
  [{ email: 'x@example.com' }, 'name is a required parameter'],
  [{ name: 'X' }, 'email is a required parameter'],
  [{ name: ' ', email: 'x@example.com' }, 'name must not be blank'],
  [{ name: 'X', email: 'nobody' }, 'email is not a valid email address'],
  [
    { name: 'X', email: 'x@example.com', avatar: { image_url: 'javascript:alert(1)' } },
    'avatar.image_url is not a valid URL',
  ],
  [{ name: 'X', email: 'x@example.com', role: { name: '' } }, 'role.name must not be blank'],
  [{ name: 'X', email: 'x@example.com', has_inbox_seat: 'yes' }, 'has_inbox_seat must be a boolean'],
] as const)
  test(`${JSON.stringify(body)} is no admin`, async () => {
    const reply = await client.post('/parley/admins', body)
    assert.deepEqual([reply.status, reply.body.errors[0].message], [400, message])
  })

test("the bot cannot be changed or removed, nor can another workspace's admin", async () => {
  const { data } = (await client.get('/parley/admins')).body
  const bot = data.find((admin: { is_bot: boolean }) => admin.is_bot)
  const other = await app.createWorkspace()
  for (const id of [bot.id, other.adminId, '0', 'abc']) {
    assert.equal((await client.put(`/parley/admins/${id}`, { name: 'Mallory' })).status, 404)
    assert.equal((await client.delete(`/parley/admins/${id}`, {})).status, 404)
  }
  assert.equal((await client.get(`/parley/admins/${other.adminId}`)).status, 404)
  assert.equal(owner, (await client.get('/me')).body.id)
})

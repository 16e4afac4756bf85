import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { until } from '../../../test/until.ts'

const app = await testApp()
const client = app.client()
const adminId = String(app.workspace.adminId)
const statusOf = async (token: string, path: string) => (await app.client({ token }).get(path)).status

/** The database's notice of a change is on its way for a moment. */
const comesTo = (status: number, token: string, path: string) =>
  until(async () => (await statusOf(token, path)) === status, `${path} does not come to ${status}`)

test('a token is shown once, where it is made, and may not change settings', async () => {
  const { status, body } = await client.post('/parley/tokens', { name: ' CRM sync ' })
  assert.equal(status, 200)
  const { token, ...told } = body
  assert.match(token, /^dG9rO/)
  assert.deepEqual(told, {
    type: 'token',
    id: body.id,
    name: 'CRM sync',
    admin_id: adminId,
    settings: false,
    created_at: app.clock.now().getTime() / 1000,
    revoked_at: null,
  })
  assert.deepEqual([await statusOf(token, '/me'), await statusOf(token, '/parley/tokens')], [200, 403])
  const listed = await client.get('/parley/tokens')
  assert.deepEqual(
    listed.body.data.find(({ id }: { id: string }) => id === body.id),
    told,
  )
  assert.ok(!listed.text.includes(token) && !listed.text.includes('dG9rO'))
})

test('a token may be allowed to change settings, and forbidden again: its next requests know', async () => {
  const { body } = await client.post('/parley/tokens', { name: 'ops', settings: true })
  assert.equal(await statusOf(body.token, '/parley/tokens'), 200)
  assert.equal((await client.put(`/parley/tokens/${body.id}`, { settings: false })).body.settings, false)
  await comesTo(403, body.token, '/parley/tokens')
  assert.equal(await statusOf(body.token, '/me'), 200)
  const renamed = await client.put(`/parley/tokens/${body.id}`, { name: 'Operations' })
  assert.deepEqual([renamed.body.name, renamed.body.settings], ['Operations', false])
  await client.put(`/parley/tokens/${body.id}`, { settings: true })
  await comesTo(200, body.token, '/parley/tokens')
})

test('a revoked token is refused, is listed, and stays revoked', async () => {
  const { body } = await client.post('/parley/tokens', { name: 'short' })
  assert.equal(await statusOf(body.token, '/me'), 200)
  const revoked = await client.delete(`/parley/tokens/${body.id}`)
  assert.equal(revoked.body.revoked_at, app.clock.now().getTime() / 1000)
  await comesTo(401, body.token, '/me')
  app.clock.advance(60)
  assert.deepEqual((await client.delete(`/parley/tokens/${body.id}`)).body, revoked.body)
  assert.equal((await client.put(`/parley/tokens/${body.id}`, { settings: true })).status, 404)
  const { data } = (await client.get('/parley/tokens')).body
  assert.ok(data.some(({ id, revoked_at }: { id: string; revoked_at: number }) => id === body.id && revoked_at > 0))
})

test('a token acts for a teammate of the workspace, and for no bot', async () => {
  const grace = (await client.post('/parley/admins', { name: 'Grace', email: 'grace@example.com' })).body
  const { body } = await client.post('/parley/tokens', { name: 'hers', admin_id: grace.id })
  assert.equal((await app.client({ token: body.token }).get('/me')).body.id, grace.id)
  const bot = (await client.get('/parley/admins')).body.data.find((admin: { is_bot: boolean }) => admin.is_bot)
  const other = await app.createWorkspace()
  for (const admin_id of [bot.id, other.adminId, 'abc', 0]) {
    const refused = await client.post('/parley/tokens', { name: 'x', admin_id })
    assert.deepEqual([refused.status, refused.body.errors[0].code], [404, 'admin_not_found'])
  }
})

for (const [what, body, message] of [
  ['no name', {}, 'name is a required parameter'],
  ['a blank name', { name: '  ' }, 'name must not be blank'],
  ['a word for a switch', { name: 'x', settings: 'yes' }, 'settings must be a boolean'],
] as const)
  test(`${what} is refused`, async () => {
    const reply = await client.post('/parley/tokens', body)
    assert.deepEqual([reply.status, reply.body.errors[0].message], [400, message])
  })

test("another workspace's tokens are not found", async () => {
  const other = app.client({ token: (await app.createWorkspace()).token })
  const { id } = (await other.get('/parley/tokens')).body.data[0]
  for (const path of [id, 'abc', '0', '9007199254740993']) {
    assert.equal((await client.delete(`/parley/tokens/${path}`)).status, 404)
    assert.equal((await client.put(`/parley/tokens/${path}`, { settings: true })).status, 404)
  }
  assert.equal((await other.get('/me')).status, 200)
})

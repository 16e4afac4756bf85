import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoSeconds, unix } from '../../clock.ts'
import { testApp } from '../../test/app.ts'
import { newAdmin, newConversation } from '../conversations/test-scene.ts'

const app = await testApp()
const client = app.client({ version: '2.15' })
const tom = await newAdmin(app, { name: 'Tom', email: 'tom@example.com' })

const record = ({ path }: { path: string }, type: string, more: object = {}) =>
  client.post(`/parley${path}/handling_events`, { admin_id: tom, type, ...more })
const list = async ({ path }: { path: string }) => (await client.get(`${path}/handling_events`)).body

test('a conversation that nobody paused has no events', async () => {
  assert.deepEqual(await list(await newConversation(client)), { handling_events: [] })
})

test('pauses and resumptions are listed in the order of their times', async () => {
  const conversation = await newConversation(client)
  const before = (await client.get(conversation.path)).body
  const paused = await record(conversation, 'paused', { reason: 'Paused' })
  const teammate = { type: 'admin', id: tom, name: 'Tom', email: 'tom@example.com' }
  const first = { teammate, type: 'paused', timestamp: isoSeconds(app.clock.now()), reason: 'Paused' }
  assert.deepEqual([paused.status, paused.body], [200, first])
  assert.match(first.timestamp, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  app.clock.advance(600)
  await record(conversation, 'resumed')
  const second = { teammate, type: 'resumed', timestamp: isoSeconds(app.clock.now()), reason: null }
  const happened_at = unix(app.clock.now()) - 900
  const earlier = await record(conversation, 'paused', { admin_id: app.workspace.adminId, happened_at })
  assert.deepEqual((await list(conversation)).handling_events, [earlier.body, first, second])
  assert.deepEqual((await client.get(conversation.path)).body, before)
})

test('an admin pauses once, and resumes only after a pause of their own', async () => {
  const conversation = await newConversation(client)
  const answer = async (type: string, more?: object) => {
    const { status, body } = await record(conversation, type, more)
    return [status, body.errors?.[0].code]
  }
  assert.deepEqual(await answer('resumed'), [409, 'conflict'])
  assert.deepEqual(await answer('paused'), [200, undefined])
  assert.deepEqual(await answer('paused'), [409, 'conflict'])
  assert.deepEqual(await answer('resumed', { admin_id: app.workspace.adminId }), [409, 'conflict'])
  const now = unix(app.clock.now())
  assert.deepEqual(await answer('resumed', { happened_at: now - 10 }), [400, 'parameter_invalid'])
  assert.deepEqual(await answer('resumed', { happened_at: now + 61 }), [400, 'parameter_invalid'])
  assert.deepEqual(await answer('resumed', { admin_id: undefined }), [400, 'parameter_not_found'])
  assert.deepEqual(await answer('resumed', { admin_id: '1' }), [404, 'admin_not_found'])
  assert.equal((await list(conversation)).handling_events.length, 1)
})

test('events go with their conversation, and no older version lists them', async () => {
  const conversation = await newConversation(client)
  await record(conversation, 'paused')
  assert.equal((await app.client({ version: '2.14' }).get(`${conversation.path}/handling_events`)).status, 400)
  await client.delete(conversation.path)
  assert.equal((await client.get(`${conversation.path}/handling_events`)).status, 404)
  const kept = await app.db`select from handling_events where thread_id = ${conversation.id}`
  assert.equal(kept.length, 0)
})

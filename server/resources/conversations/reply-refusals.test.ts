import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation, newUser } from './test-scene.ts'

const app = await testApp()
const client = app.client()
const admin_id = app.workspace.adminId
const comment = { type: 'admin', message_type: 'comment', admin_id, body: 'How can we help?' }
const unix = () => app.clock.now().getTime() / 1000

test('people outside the conversation, and unknown ones, cannot write to it', async () => {
  const { path } = await newConversation(client)
  const stranger = await newUser(client)
  const reply = { type: 'user', message_type: 'comment', body: 'Hi' }
  for (const name of [{ intercom_user_id: stranger.id }, { email: 'nobody@example.com' }, { user_id: 'nobody' }]) {
    const { status, body } = await client.post(`${path}/reply`, { ...reply, ...name })
    assert.equal(status, 404)
    assert.equal(body.errors[0].message, 'User Not Found')
  }
  const noAdmin = await client.post(`${path}/reply`, { ...comment, admin_id: '1' })
  assert.equal(noAdmin.status, 404)
  assert.equal(noAdmin.body.errors[0].code, 'admin_not_found')
  const other = await app.createWorkspace()
  const elsewhere = await app
    .client({ token: other.token })
    .post(`${path}/reply`, { ...comment, admin_id: other.adminId })
  assert.equal(elsewhere.status, 404)
  assert.equal(elsewhere.body.errors[0].message, 'Resource Not Found')
})

test('a reply that lacks something, or says something odd, is refused', async () => {
  const { path, user } = await newConversation(client)
  const reply = { type: 'user', message_type: 'comment', intercom_user_id: user.id, body: 'Hi' }
  const bad: [object, string][] = [
    [{ ...comment, admin_id: undefined }, 'parameter_not_found'],
    [{ ...comment, body: '' }, 'parameter_not_found'],
    [{ ...comment, type: undefined }, 'parameter_not_found'],
    [{ ...comment, message_type: undefined }, 'parameter_not_found'],
    [{ ...comment, message_type: 'quick_reply' }, 'parameter_not_found'],
    [{ ...comment, message_type: 'shout' }, 'parameter_invalid'],
    [{ ...comment, type: 'dog' }, 'parameter_invalid'],
    [{ ...comment, body: ['a'] }, 'parameter_invalid'],
    [{ ...comment, attachment_urls: Array(11).fill('https://example.com/a.png') }, 'parameter_invalid'],
    [{ ...reply, message_type: 'note' }, 'parameter_invalid'],
    [{ ...reply, body: undefined }, 'parameter_not_found'],
    [{ ...reply, created_at: 9_000_000_000 }, 'parameter_invalid'],
  ]
  for (const [request, code] of bad) {
    const { status, body } = await client.post(`${path}/reply`, request)
    assert.equal(status, 400, JSON.stringify(request))
    assert.equal(body.errors[0].code, code, JSON.stringify(request))
  }
})

test('older clients snooze by way of a reply, and say when in text', async () => {
  const { path } = await newConversation(client)
  const snooze = { message_type: 'snoozed', admin_id, snoozed_until: String(unix() + 60) }
  const { status, body } = await app.client({ version: '2.7' }).post(`${path}/reply`, snooze)
  assert.deepEqual([status, body.state, body.snoozed_until], [200, 'snoozed', unix() + 60])
  assert.equal((await client.post(`${path}/reply`, { ...snooze, snoozed_until: 'soon' })).status, 400)
  assert.equal((await client.post(`${path}/reply`, { ...comment, type: 'team' })).status, 400)
})

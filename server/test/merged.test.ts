/**
 * One rule for conversations and tickets that were merged into another: every write is refused alike, except for the
 * rows here, with the reason.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '../http/operation.ts'
import { operations } from '../operations.ts'
import { testApp } from './app.ts'
import { createScene } from './fixtures/scene.ts'
import { give, prepare, send, type Request } from './requests/request.ts'
import { sampleOf } from './requests/index.ts'

const ERASES = 'somebody may have a right to it'
const ALLOWED: Record<string, string> = {
  'DELETE /conversations/{}': ERASES,
  'DELETE /tickets/{}': ERASES,
  'POST /conversations/redact': ERASES,
  'PUT /conversations/{}/conversation_parts/{}': 'a part that was there may arrive, or be seen, later',
  'DELETE /tickets/{}/linked_conversations/{}': 'the tracker changes, and is not merged',
}

/** Operations that name the conversation in their body alone. */
const IN_BODY = ['POST /conversations/redact', 'POST /parley/calls']

const isWrite = ({ method, path, key }: Operation): boolean =>
  (method !== 'GET' && /\{(conversation|ticket)_id\}/.test(path)) || IN_BODY.includes(key)

/** The thread that is to be merged: trackers cannot be. */
const threadOf = ({ params, body }: Request): string =>
  String(params['conversation_id'] ?? body?.['conversation_id'] ?? params['ticket_id'])

const app = await testApp()
const scene = createScene(app)

for (const operation of operations.filter(isWrite)) {
  const reason = ALLOWED[operation.key]
  test(`${operation.key} of a merged one is ${reason ? `done: ${reason}` : 'refused'}`, async () => {
    const own = createScene(app, { workspace: await app.createWorkspace() })
    const sample = sampleOf(operation.key)
    const request = await prepare(own, operation, sample, await give(own, operation, sample))
    const { id: primary } = await own.another('a conversation')
    await own.send('POST', `/conversations/${threadOf(request)}/merge`, { merge_into_conversation_id: primary })
    const { status, body } = await send(own, request)
    if (reason) return assert.ok(status < 300, JSON.stringify(body))
    assert.deepEqual([status, body.errors?.[0].code], [422, 'merge_failed'], JSON.stringify(body))
  })
}

test('a row here is a write of a thread', () => {
  const writes = operations.filter(isWrite).map(({ key }) => key)
  assert.deepEqual(
    Object.keys(ALLOWED).filter((key) => !writes.includes(key)),
    [],
  )
})

async function merged() {
  const [from, into] = [await scene.another('a conversation'), await scene.another('a conversation')]
  await scene.send('POST', `${from['path']}/merge`, { merge_into_conversation_id: into['id'] })
  return { from, into, contact: from['contacts'].contacts[0].id as string }
}

test('the error names the conversation that goes on', async () => {
  const { from, into } = await merged()
  const { body } = await scene.client.put(from['path'], { title: 'Late' })
  assert.equal(body.errors[0].message, `Conversation has been merged into conversation ${into['id']}`)
})

test('a new ticket is not linked to a merged conversation', async () => {
  const { from } = await merged()
  const { id: ticket_type_id } = await scene.given('a tracker ticket type')
  const { status, body } = await scene.client.post('/tickets', { ticket_type_id, conversation_to_link_id: from['id'] })
  assert.deepEqual([status, body.errors[0].code], [422, 'merge_failed'])
})

test('the last conversation of a contact is none that was merged', async () => {
  const { from, into, contact } = await merged()
  const reply = { type: 'user', message_type: 'comment', intercom_user_id: contact, body: 'Still there?' }
  await scene.send('POST', `${into['path']}/reply`, reply)
  const again = await scene.client.post('/conversations/last/reply', reply)
  assert.deepEqual([again.status, again.body.id], [200, into['id']])
  assert.equal((await scene.client.get(from['path'])).body.state, 'closed')
})

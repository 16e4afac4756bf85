import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unix } from '../../clock.ts'
import { testApp } from '../../test/app.ts'
import { newConversation, newUser } from '../conversations/test-scene.ts'

const app = await testApp({ own: true })
const client = app.client({ version: 'Preview' })
const admin_id = String(app.workspace.adminId)
const secret = 'a secret of the parts'
const trusted = { experimental: true, secret }

async function newPart(from = client) {
  const conversation = await newConversation(from)
  const comment = { message_type: 'comment', type: 'admin', admin_id, body: 'Hello' }
  const { body } = await from.post(`${conversation.path}/reply`, comment)
  const part = body.conversation_parts.conversation_parts.at(-1)
  return { conversation, part, path: `${conversation.path}/conversation_parts/${part.id}` }
}

test('nobody updates a part before the workspace has a secret, nor with another one', async () => {
  const { path } = await newPart()
  const refused = async (body: object) => {
    const reply = await client.put(path, { send_state: 'sent', ...body })
    assert.deepEqual([reply.status, reply.body.errors[0].code], [403, 'forbidden'])
  }
  await refused(trusted)
  await client.put('/parley/conversation_part_secret', { secret })
  for (const body of [{}, { secret }, { experimental: true }])
    assert.equal((await client.put(path, { send_state: 'sent', ...body })).status, 400)
  await refused({ experimental: false, secret })
  await refused({ experimental: true, secret: `${secret}s` })
  assert.equal((await client.put(path, { ...trusted, send_state: 'sent' })).status, 200)
  const next = 'another secret of the parts'
  await client.put('/parley/conversation_part_secret', { secret: next })
  await refused(trusted)
  assert.equal((await client.put(path, { ...trusted, secret: next, send_state: 'sent' })).status, 200)
  await client.put('/parley/conversation_part_secret', { secret })
})

test('a part shows the state of its reply, and its conversation comes to the top', async () => {
  const { part, path, conversation } = await newPart()
  await newConversation(client)
  app.clock.advance(60)
  const { body } = await client.put(path, { ...trusted, send_state: 'failed', info_message: 'No such number' })
  const now = unix(app.clock.now())
  assert.deepEqual(body, { ...part, updated_at: now, external_reply_send_state: 'failed' })
  const whole = (await client.get(conversation.path)).body
  assert.deepEqual(whole.conversation_parts.conversation_parts, [body])
  assert.equal(whole.updated_at, now)
  assert.equal((await client.get('/conversations?per_page=1')).body.conversations[0].id, conversation.id)
  const [row] = await app.db`select external_reply_info_message from thread_parts where id = ${part.id}`
  assert.equal(row!['external_reply_info_message'], 'No such number')
})

test('a part shows that an admin has seen it, until that is taken back', async () => {
  const { part, path, conversation } = await newPart()
  app.clock.advance(60)
  const { body } = await client.put(path, { ...trusted, seen: true, admin_id })
  assert.deepEqual(body, { ...part, updated_at: unix(app.clock.now()), seen_state: { admin_seen: true } })
  const whole = (await client.get(conversation.path)).body
  assert.deepEqual([whole.conversation_parts.conversation_parts, whole.updated_at], [[body], part.updated_at])
  const unseen = (await client.put(path, { ...trusted, seen: false })).body
  assert.deepEqual(unseen, { ...part, updated_at: unix(app.clock.now()) })
})

test('stable versions show neither, and do not have the operation', async () => {
  const { part, path, conversation } = await newPart()
  await client.put(path, { ...trusted, send_state: 'sent', seen: true, admin_id })
  const stable = app.client({ version: '2.18' })
  const [shown] = (await stable.get(conversation.path)).body.conversation_parts.conversation_parts
  assert.deepEqual(Object.keys(shown).toSorted(), Object.keys(part).toSorted())
  const { status, body } = await stable.put(path, { ...trusted, send_state: 'sent' })
  assert.deepEqual([status, body.errors[0].code], [400, 'intercom_version_invalid'])
})

test('a missing part, admin or change is answered by its own error', async () => {
  const [one, other] = [await newPart(), await newPart()]
  const theirs = await app.createWorkspace()
  const person = await newUser(app.client({ token: theirs.token }))
  const update = async (path: string, body: object) => {
    const reply = await client.put(path, { ...trusted, ...body })
    return [reply.status, reply.body.errors[0].code]
  }
  const sent = { send_state: 'sent' }
  const wrong = `${one.conversation.path}/conversation_parts/${other.part.id}`
  assert.deepEqual(await update(wrong, sent), [404, 'not_found'])
  assert.deepEqual(await update(`${one.conversation.path}/conversation_parts/x`, sent), [404, 'not_found'])
  assert.deepEqual(await update(`/conversations/1/conversation_parts/${one.part.id}`, sent), [404, 'not_found'])
  assert.deepEqual(await update(one.path, { seen: true, admin_id: person.id }), [404, 'admin_not_found'])
  assert.deepEqual(await update(one.path, { seen: true }), [400, 'parameter_not_found'])
  assert.deepEqual(await update(one.path, {}), [400, 'parameter_not_found'])
})

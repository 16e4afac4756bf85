import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { finScene } from './test-scene.ts'

const { client, conversation, db, message, post, unique, workspace } = await finScene()
const PARALLEL = 10

/** Sends the same request in parallel. */
const atOnce = (path: string, body: object) =>
  Promise.all(Array.from({ length: PARALLEL }, () => client.post(path, body)))

const conversationsOf = async (externalId: string): Promise<string[]> => {
  const { body } = await client.post('/contacts/search', {
    query: { field: 'external_id', operator: '=', value: externalId },
  })
  assert.equal(body.total_count, 1)
  const query = { field: 'contact_ids', operator: '=', value: body.data[0].id }
  return (await client.post('/conversations/search', { query })).body.conversations.map(({ id }: any) => id)
}
const turnsOf = async (externalId: string): Promise<number> => {
  const rows = await db`
    select from fin_turns t join fin_sessions s on s.workspace_id = t.workspace_id and s.id = t.session_id
    where s.workspace_id = ${workspace.id} and s.external_id = ${externalId}`
  return rows.length
}
const refusals = (replies: Awaited<ReturnType<typeof atOnce>>) =>
  replies.filter(({ status }) => status !== 200).map(({ status, body }) => [status, body.errors[0].message])
const IS_THERE = 'Fin session already exists for this conversation. Please use /reply to continue the conversation.'

suite('requests for one new conversation in parallel', () => {
  test('start it once, and a repeated message is one message', async () => {
    const body = { conversation_id: unique('ext'), message: message('Hello?'), user: { id: unique('user') } }
    const replies = await atOnce('/fin/start', body)
    assert.deepEqual(refusals(replies), [])
    const conversations = await conversationsOf(body.user.id)
    assert.equal(conversations.length, 1)
    for (const { body } of replies) assert.equal(body.intercom_conversation_id, conversations[0])
    assert.equal(await turnsOf(body.conversation_id), 1)
  })

  test('start it once, and other messages are replies', async () => {
    const body = {
      conversation_id: unique('ext'),
      message: { author: 'user', body: 'Hello?' },
      user: { id: unique('user') },
    }
    assert.deepEqual(refusals(await atOnce('/fin/start', body)), [])
    const [id, ...more] = await conversationsOf(body.user.id)
    assert.deepEqual(more, [])
    assert.equal((await conversation(id!)).statistics.count_conversation_parts, PARALLEL)
    assert.equal(await turnsOf(body.conversation_id), PARALLEL)
  })

  test('ask one question', async () => {
    const body = { conversation_id: unique('ask'), message: message('Hello?'), user: { id: unique('user') } }
    assert.deepEqual(refusals(await atOnce('/fin/ask', body)), [])
    assert.equal((await conversationsOf(body.user.id)).length, 1)
    assert.equal(await turnsOf(body.conversation_id), 1)
  })

  test('run a procedure once; the others are told that the session is there', async () => {
    const steps = [{ type: 'ask', body: 'Well?', save_as: 'it' }]
    const { id } = await post('/parley/procedures', { title: 'A test', state: 'live', steps })
    const body = { conversation_id: unique('run'), user: { id: unique('user') } }
    const refused = refusals(await atOnce(`/fin/procedures/${id}/run`, body))
    assert.deepEqual(
      refused,
      Array.from({ length: PARALLEL - 1 }, () => [400, IS_THERE]),
    )
    assert.equal((await conversationsOf(body.user.id)).length, 1)
    assert.equal((await client.get(`/parley/procedures/${id}/runs`)).body.data.length, 1)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finScene } from './test-scene.ts'

const { article, client, message, post, say, settle, start, told, unique } = await finScene()

const QUESTION = 'How do I reset my password?'

test('the capabilities are those that can be used while the agent is on, and while it is off', async () => {
  const steps = [{ type: 'answer', body: 'Done.' }]
  await post('/parley/procedures', { title: 'A test', state: 'live', steps })
  await article('Reset your password', 'To reset your password, open Settings and choose Security.')
  const session = await start(QUESTION)
  await settle()
  const offered = async () => {
    const { capabilities } = await post('/fin/capabilities', { user: { id: session.user_id } })
    return capabilities.filter(({ type }: { type: string }) => type !== 'reply')
  }
  const begin = (endpoint: string) =>
    client.post(endpoint, { conversation_id: unique('ext'), message: message('Hi'), user: { id: session.user_id } })

  const whileOn = await offered()
  assert.deepEqual(
    whileOn.map(({ type }: { type: string }) => type),
    ['procedure', 'ask'],
  )
  for (const { endpoint } of whileOn) assert.equal((await begin(endpoint)).status, 200, endpoint)

  await client.put('/parley/fin', { enabled: false })
  assert.deepEqual(await offered(), [])
  for (const { endpoint } of whileOn) assert.equal((await begin(endpoint)).status, 400, endpoint)
  const before = (await told(session.conversation_id)).length
  await say(session, QUESTION)
  await settle()
  assert.ok((await told(session.conversation_id)).length > before)
})

test('a reply is offered while the agent is off, and a user that is unknown is created all the same', async () => {
  await client.put('/parley/fin', { enabled: false })
  const id = unique('user')
  const { capabilities } = await post('/fin/capabilities', { user: { id } })
  assert.deepEqual(
    capabilities.map(({ type, endpoint }: Record<string, string>) => [type, endpoint]),
    [['reply', '/fin/reply']],
  )
  const query = { field: 'external_id', operator: '=', value: id }
  assert.equal((await post('/contacts/search', { query })).total_count, 1)
})

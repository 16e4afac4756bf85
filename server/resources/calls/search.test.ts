import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation, startCall } from './test-scene.ts'

const app = await testApp()
const client = app.client()

for (const version of ['2.14', '2.16', '2.18', 'Preview'])
  test(`finds the calls of conversations with their transcripts in ${version}`, async () => {
    const [first, second] = [await newConversation(client), await newConversation(client)]
    const spoken = await startCall(client, { conversation_id: first.conversation })
    const silent = await startCall(client, { conversation_id: second.conversation })
    await startCall(client)
    const text = 'Ada: Hello: you there?\n\nsilence\nhttps://example.com'
    await client.put(`/parley/calls/${spoken.id}/transcript`, { text })
    const versioned = app.client({ version })
    const { status, body } = await versioned.post('/calls/search', {
      conversation_ids: [second.conversation, first.conversation, 'no id'],
    })
    assert.equal(status, 200)
    const [one, two] = body.data
    assert.deepEqual(one, {
      ...(await versioned.get(`/calls/${spoken.id}`)).body,
      transcript: [
        { speaker: 'Ada', text: 'Hello: you there?' },
        { speaker: null, text: 'silence' },
        { speaker: null, text: 'https://example.com' },
      ],
      transcript_status: 'completed',
    })
    assert.deepEqual([two.id, two.transcript, two.transcript_status], [silent.id, [], null])
    assert.equal(body.data.length, 2)
  })

test('takes from 1 to 20 ids', async () => {
  const search = (count: number) =>
    client.post('/calls/search', { conversation_ids: Array.from({ length: count }, (_, at) => String(at)) })
  for (const reply of [await search(0), await search(21), await client.post('/calls/search', {})])
    assert.deepEqual(
      [reply.status, reply.body.errors],
      [400, [{ code: 'conversation_id_limit_exceeded', message: 'A list of up to 20 conversation IDs is required' }]],
    )
  assert.deepEqual((await search(20)).body, { type: 'list', data: [] })
})

test("finds no call of another workspace's conversation", async () => {
  const stranger = app.client({ token: (await app.createWorkspace()).token })
  const { conversation } = await newConversation(stranger)
  await startCall(stranger, { conversation_id: conversation })
  assert.deepEqual((await client.post('/calls/search', { conversation_ids: [conversation] })).body.data, [])
})

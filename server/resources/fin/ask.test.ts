import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { finScene } from './test-scene.ts'

const scene = await finScene()
const { article, client, conversation, post, say, settle, told, unique } = scene
const parts = async (id: string): Promise<any[]> => (await conversation(id)).conversation_parts.conversation_parts

await article('Reset your password', 'To reset your password, open Settings and choose Security. A link comes by mail.')
const QUESTION = 'How do I reset my password?'

suite('questions of one answer', () => {
  const ask = (body: string, more: object = {}) =>
    client.post('/fin/ask', {
      conversation_id: unique('ask'),
      message: scene.message(body),
      user: { id: unique('user') },
      ...more,
    })

  test('the answer ends the session, without a rating; a reply goes on', async () => {
    const { body } = await ask(QUESTION)
    await settle()
    assert.deepEqual(await told(body.conversation_id), ['reply', 'resolved', 'complete'])
    assert.equal((await conversation(body.intercom_conversation_id)).state, 'closed')
    await say(body, QUESTION)
    await settle()
    assert.equal((await told(body.conversation_id)).at(-1), 'awaiting_user_reply')
  })

  test('a question that nothing answers is not escalated, unless a request does so', async () => {
    const { body } = await ask('Which gearbox oil for a combine?')
    await settle()
    assert.deepEqual(await told(body.conversation_id), ['reply', 'complete'])
    const escalated = await post('/fin/escalate', {
      conversation_id: body.conversation_id,
      context: 'In a hurry\nCalls <b>now</b>',
    })
    assert.notEqual(escalated.intercom_conversation_id, body.intercom_conversation_id)
    assert.deepEqual((await told(body.conversation_id)).slice(2), ['escalated', 'complete'])
    const before = await conversation(body.intercom_conversation_id)
    assert.deepEqual([before.state, before.ai_agent.resolution_state], ['closed', 'escalated'])
    const opened = await conversation(escalated.intercom_conversation_id)
    const notes = opened.conversation_parts.conversation_parts.map(({ part_type, body: text }: any) => [
      part_type,
      text,
    ])
    assert.equal(opened.source.body, '<p>Requesting human support</p>')
    assert.match(notes[0][1], /User:<\/b> Which gearbox oil.*Fin:<\/b> I could not find/s)
    assert.deepEqual(notes[1], ['note', '<p>In a hurry<br />Calls &lt;b&gt;now&lt;/b&gt;</p>'])
  })

  test('the note of an escalation cuts a long message at a word, and says so', async () => {
    const { body } = await ask(`Which gearbox oil? ${'Error E5 '.repeat(100)}`)
    await settle()
    const escalated = await post('/fin/escalate', { conversation_id: body.conversation_id })
    const opened = await conversation(escalated.intercom_conversation_id)
    assert.match(opened.conversation_parts.conversation_parts[0].body, /User:<\/b> Which[^<]* (Error|Error E5) …<\/li>/)
  })

  test('a wish for a human is told that nobody takes over', async () => {
    const { body } = await ask('I want to talk to a human')
    await settle()
    assert.deepEqual(await told(body.conversation_id), ['reply', 'complete'])
    const [said] = await parts(body.intercom_conversation_id)
    assert.match(said.body, /cannot pass you on to a teammate here/)
    assert.equal((await conversation(body.intercom_conversation_id)).state, 'closed')
  })

  test('a session is not asked in twice, and needs ids and a short history', async () => {
    const { body } = await ask(QUESTION)
    for (const [more, message] of [
      [{ conversation_id: body.conversation_id }, /^Fin session already exists/],
      [{ conversation_id: '' }, /^External Conversation ID is required$/],
      [{ user: {} }, /^User ID is required$/],
      [
        { user: { id: 'x', attributes: Object.fromEntries(Array.from({ length: 11 }, (_, n) => [n, n])) } },
        /more than 10/,
      ],
      [
        { conversation_metadata: { history: Array.from({ length: 11 }, () => ({ author: 'user', body: 'x' })) } },
        /^Conversation history cannot contain more than 10 items$/,
      ],
    ] as const) {
      const refused = await ask(QUESTION, more)
      assert.deepEqual([refused.status, refused.body.errors[0].code], [400, 'parameter_invalid'])
      assert.match(refused.body.errors[0].message, message)
    }
  })
})

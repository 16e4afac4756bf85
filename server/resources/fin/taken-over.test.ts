import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { finScene } from './test-scene.ts'

const scene = await finScene()
const { client, clock, conversation, post, say, settle, start, told, workspace } = scene
const admin_id = workspace.adminId

await scene.article('Reset your password', 'To reset your password, open Settings and choose Security.')
const { id: team } = await post('/parley/teams', { name: 'Support' })
await client.put('/parley/fin', { assignee_type: 'team', assignee_id: team })
const QUESTION = 'How do I reset my password?'

const shown = async (id: string) => {
  const { state, team_assignee_id, ai_agent, conversation_parts } = await conversation(id)
  return {
    state,
    team: team_assignee_id,
    resolution: ai_agent.resolution_state,
    words: conversation_parts.conversation_parts
      .filter(({ author }: any) => author.from_ai_agent)
      .map(({ body }: any) => body),
  }
}
const write = (id: string) =>
  post(`/conversations/${id}/reply`, { type: 'admin', admin_id, message_type: 'comment', body: 'I am on it.' })
const note = (id: string) =>
  post(`/conversations/${id}/reply`, { type: 'admin', admin_id, message_type: 'note', body: 'Hm.' })
const manage = (id: string, body: object) => post(`/conversations/${id}/parts`, { type: 'admin', admin_id, ...body })
const close = (id: string) => manage(id, { message_type: 'close' })
const assign = (id: string) => manage(id, { message_type: 'assignment', assignee_id: admin_id })
const snooze = (id: string) =>
  manage(id, { message_type: 'snoozed', snoozed_until: Math.floor(clock.now().getTime() / 1000) + 864_000 })

const merge = async (id: string) => {
  const contact = await post('/contacts', { external_id: scene.unique('twin') })
  const from = { type: 'user', id: contact.id }
  const { conversation_id } = await post('/conversations', { from, body: 'Also here' })
  return post(`/conversations/${id}/merge`, { merge_into_conversation_id: conversation_id })
}

const WAYS = [
  { way: 'writes', take: write, state: 'open' },
  { way: 'closes', take: close, state: 'closed' },
  { way: 'assigns', take: assign, state: 'open' },
  { way: 'snoozes', take: snooze, state: 'snoozed' },
  { way: 'merges', take: merge, state: 'closed' },
]

for (const { way, take, state } of WAYS)
  suite(`a teammate ${way}`, () => {
    test('and the silence of the user ends the session, but leaves the conversation alone', async () => {
      const session = await start(QUESTION)
      await settle()
      const { intercom_conversation_id: id } = session
      await take(id)
      const before = await shown(id)
      clock.advance(15 * 60)
      await settle()
      assert.deepEqual((await told(session.conversation_id)).slice(2), ['escalated', 'complete'])
      assert.equal(before.state, state)
      assert.deepEqual(await shown(id), { ...before, resolution: 'escalated' })
    })

    test('before the answer is written, and the agent says nothing', async () => {
      const session = await start(QUESTION)
      const { intercom_conversation_id: id } = session
      await take(id)
      const before = await shown(id)
      await settle()
      assert.deepEqual(await told(session.conversation_id), ['escalated', 'complete'])
      assert.equal(before.state, state)
      assert.deepEqual(await shown(id), { ...before, resolution: 'escalated', words: [] })
    })
  })

test('a question that the user asks a teammate is left to them', async () => {
  const session = await start(QUESTION)
  await settle()
  await write(session.intercom_conversation_id)
  await say(session, QUESTION)
  await settle()
  assert.deepEqual((await told(session.conversation_id)).slice(2), ['escalated', 'complete'])
})

test('a note, and what a teammate did before the last words of the agent, take nothing over', async () => {
  const session = await start(QUESTION)
  await note(session.intercom_conversation_id)
  await settle()
  await note(session.intercom_conversation_id)
  clock.advance(15 * 60)
  await settle()
  assert.deepEqual((await told(session.conversation_id)).slice(1), [
    'awaiting_user_reply',
    'resolved',
    'complete',
    'rating',
  ])
})

suite('procedures', () => {
  const asking = async () => {
    const { id } = await post('/parley/procedures', {
      title: 'A test',
      state: 'live',
      steps: [
        { type: 'ask', body: 'Which order?', save_as: 'order' },
        { type: 'answer', body: 'Thanks.' },
      ],
    })
    const session = await post(`/fin/procedures/${id}/run`, {
      conversation_id: scene.unique('run'),
      user: { id: scene.unique('user') },
    })
    await settle()
    const outcome = async () => (await client.get(`/parley/procedures/${id}/runs`)).body.data[0].outcome
    return { session, outcome }
  }

  test('a reply that a teammate takes is not answered by the procedure', async () => {
    const { session, outcome } = await asking()
    await write(session.intercom_conversation_id)
    await say(session, 'A-17')
    await settle()
    assert.deepEqual((await told(session.conversation_id)).slice(2), ['escalated', 'complete'])
    assert.equal((await shown(session.intercom_conversation_id)).words.length, 1)
    assert.equal(await outcome(), 'interrupted')
  })

  test('a conversation that is merged takes no answer, and the procedure ends', async () => {
    const { session, outcome } = await asking()
    const { intercom_conversation_id: id, conversation_id } = session
    await merge(id)
    const user = { id: (await conversation(id)).contacts.contacts[0].external_id }
    const late = await client.post('/fin/reply', { conversation_id, user, message: { author: 'user', body: 'A-17' } })
    assert.deepEqual([late.status, late.body.errors[0].code], [422, 'merge_failed'])
    const before = await shown(id)
    clock.advance(7 * 86_400)
    await settle()
    assert.deepEqual((await told(conversation_id)).slice(2), ['escalated', 'complete'])
    assert.deepEqual(await shown(id), { ...before, resolution: 'escalated' })
    assert.equal(await outcome(), 'interrupted')
  })

  test('a user who does not reply leaves the conversation to the teammate', async () => {
    const { session, outcome } = await asking()
    await assign(session.intercom_conversation_id)
    clock.advance(7 * 86_400)
    await settle()
    assert.deepEqual((await told(session.conversation_id)).slice(2), ['escalated', 'complete'])
    assert.equal((await shown(session.intercom_conversation_id)).state, 'open')
    assert.equal(await outcome(), 'interrupted')
  })
})

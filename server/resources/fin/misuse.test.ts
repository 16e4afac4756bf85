/** Requests in an odd order, and of users and conversations that are not there any more. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { finScene } from './test-scene.ts'

const scene = await finScene()
const { client, conversation, post, say, settle, start, told, unique, message } = scene
await scene.article('Reset your password', 'To reset your password, open Settings and choose Security.')
const QUESTION = 'How do I reset my password?'

type Session = { conversation_id: string; user_id: string; intercom_conversation_id: string; status: string }

const refusal = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors[0].code,
  body.errors[0].message,
]
const contactOf = async (user: string): Promise<{ id: string } | undefined> =>
  (await client.post('/contacts/search', { query: { field: 'external_id', operator: '=', value: user } })).body.data[0]
const rate = (conversation_id: unknown, rating: string) => client.post('/fin/csat', { conversation_id, rating })
const escalate = (conversation_id: unknown, more: object = {}) =>
  client.post('/fin/escalate', { conversation_id, ...more })
const begin = (more: object) =>
  client.post('/fin/start', { conversation_id: unique('ext'), user: { id: unique('user') }, ...more })
async function finished(): Promise<Session> {
  const session = await start(QUESTION)
  await settle()
  await say(session, 'Thanks!')
  await settle()
  return session
}

test('a reply after the end goes on; it is rated once, and may be until the time for it is over', async () => {
  const session = await finished()
  assert.equal((await rate(session.conversation_id, 'good')).status, 200)
  assert.equal((await say(session, QUESTION)).status, 'thinking')
  assert.equal((await rate(session.conversation_id, 'bad')).status, 200)
  await settle()
  await say(session, 'Thanks!')
  await settle()
  const statuses = await told(session.conversation_id)
  assert.deepEqual(statuses.slice(6), ['reply', 'awaiting_user_reply', 'reply', 'resolved', 'complete'])
})

test('ids count without blanks around them, in each request', async () => {
  const session = await finished()
  const spaced = ` ${session.conversation_id} `
  assert.equal((await rate(spaced, 'good')).status, 200)
  assert.equal((await rate('  ', 'good')).body.errors.external_conversation_id.slice(0, 22), 'Conversation not found')
  const reply = await client.post('/fin/reply', {
    conversation_id: spaced,
    user: { id: ` ${session.user_id}` },
    message: message('Hello?'),
  })
  assert.equal(reply.status, 200)
  const escalated = await escalate(spaced)
  assert.deepEqual([escalated.status, escalated.body.conversation_id], [200, session.conversation_id])
  assert.deepEqual(refusal(await escalate('  ')), [
    400,
    'parameter_invalid',
    'Either conversation_id or user must be provided',
  ])
  assert.equal((await escalate('  ', { user: { id: session.user_id } })).status, 200)
})

test('a session that an agent begins waits for the user, and tells so', async () => {
  for (const author of ['agent', 'fin']) {
    const { body: session } = await begin({ message: { author, body: 'Good morning' } })
    assert.equal(session.status, 'awaiting_user_reply')
    await settle()
    assert.deepEqual(await told(session.conversation_id), ['awaiting_user_reply'])
    assert.equal((await say(session, QUESTION)).status, 'thinking')
    await settle()
    assert.deepEqual((await told(session.conversation_id)).slice(1), ['reply', 'awaiting_user_reply'])
  }
})

test('a message without words is refused, whoever sends it, and wherever', async () => {
  const session = await start(QUESTION)
  await settle()
  const { id } = await post('/parley/procedures', {
    title: 'A test',
    state: 'live',
    steps: [{ type: 'answer', body: 'Done.' }],
  })
  const user = { id: session.user_id }
  for (const author of ['user', 'agent'])
    for (const body of ['', '  ', '<p></p>', '<script>alert(1)</script>']) {
      const given = { message: { author, body }, user }
      for (const [path, conversation_id] of [
        ['/fin/start', unique('ext')],
        ['/fin/reply', session.conversation_id],
        ['/fin/ask', unique('ask')],
        [`/fin/procedures/${id}/run`, unique('run')],
      ] as const)
        assert.deepEqual(
          refusal(await client.post(path, { ...given, conversation_id })),
          [400, 'parameter_not_found', 'message.body is a required parameter'],
          `${path} ${author} ${body}`,
        )
    }
  assert.equal((await told(session.conversation_id)).length, 2)
})

test('a refused reply leaves no contact of an unknown user', async () => {
  const session = await start(QUESTION)
  const stranger = unique('stranger')
  const path = { conversation_id: session.conversation_id, message: message('Hello?'), user: { id: stranger } }
  assert.equal((await client.post('/fin/reply', path)).status, 400)
  assert.equal((await client.post('/fin/start', path)).status, 400)
  assert.equal(await contactOf(stranger), undefined)
  assert.equal((await conversation(session.intercom_conversation_id)).conversation_parts.total_count, 0)
})

suite('a user who is gone', () => {
  test('is not answered any more where the contact was deleted, and nothing fails', async () => {
    const session = await start(QUESTION)
    await client.delete(`/contacts/${(await contactOf(session.user_id))!.id}`)
    await settle()
    assert.equal((await conversation(session.intercom_conversation_id)).ai_agent_participated, true)
    assert.deepEqual(refusal(await escalate(session.conversation_id)), [404, 'not_found', 'User Not Found'])
    const { status } = await client.post('/fin/reply', {
      conversation_id: session.conversation_id,
      user: { id: session.user_id },
      message: message('Hello?'),
    })
    assert.equal(status, 400)
  })

  test('keeps a conversation closed that was closed because they are blocked', async () => {
    const session = await start(QUESTION)
    await settle()
    await post(`/contacts/${(await contactOf(session.user_id))!.id}/block`, {})
    assert.equal((await escalate(session.conversation_id)).status, 200)
    assert.equal((await conversation(session.intercom_conversation_id)).state, 'closed')
  })

  test('is the one that an escalation is for, though they left the conversation to others', async () => {
    const session = await start(QUESTION)
    const talk = `/conversations/${session.intercom_conversation_id}/customers`
    const admin_id = scene.workspace.adminId
    const { id } = (await contactOf(session.user_id))!
    const other = await post('/contacts', { role: 'user', external_id: unique('other') })
    await post(talk, { admin_id, customer: { intercom_user_id: other.id } })
    assert.equal((await client.delete(`${talk}/${id}`, { admin_id })).status, 200)
    const { body } = await escalate(session.conversation_id)
    const opened = await conversation(body.intercom_conversation_id)
    assert.deepEqual(
      opened.contacts.contacts.map((contact: any) => contact.id),
      [id],
    )
  })
})

test('an escalation whose conversation was deleted opens another', async () => {
  const session = await start(QUESTION)
  const first = (await escalate(session.conversation_id)).body.intercom_conversation_id
  assert.equal((await client.delete(`/conversations/${first}`)).status, 200)
  const { status, body } = await escalate(session.conversation_id, { context: 'Still waiting' })
  assert.equal(status, 200)
  assert.notEqual(body.intercom_conversation_id, first)
  assert.equal((await conversation(body.intercom_conversation_id)).state, 'open')
})

test('an escalation that comes again opens the conversation that teammates closed', async () => {
  const session = await start(QUESTION)
  const { intercom_conversation_id: id } = (await escalate(session.conversation_id)).body
  const close = { type: 'admin', admin_id: scene.workspace.adminId, message_type: 'close' }
  await post(`/conversations/${id}/parts`, close)
  assert.equal((await escalate(session.conversation_id)).body.intercom_conversation_id, id)
  assert.equal((await conversation(id)).state, 'open')
})

test('a session whose conversation was deleted is no session, and its id may begin another', async () => {
  const session = await finished()
  const { conversation_id } = session
  await client.delete(`/conversations/${session.intercom_conversation_id}`)
  assert.equal((await rate(conversation_id, 'good')).status, 422)
  assert.deepEqual(refusal(await escalate(conversation_id)), [400, 'parameter_invalid', 'Conversation not found'])
  const { status, body } = await begin({ conversation_id, user: { id: session.user_id }, message: message(QUESTION) })
  assert.equal(status, 200)
  assert.notEqual(body.intercom_conversation_id, session.intercom_conversation_id)
  await settle()
  assert.deepEqual((await told(conversation_id)).slice(6), ['reply', 'awaiting_user_reply'])
})

test('a redacted question is neither answered nor shown to the teammates of an escalation', async () => {
  const session = await start('My PIN is 4711. How do I reset my password?')
  const { source } = await conversation(session.intercom_conversation_id)
  const redaction = { type: 'source', conversation_id: session.intercom_conversation_id, source_id: source.id }
  await post('/conversations/redact', redaction)
  await settle()
  assert.deepEqual(await told(session.conversation_id), ['awaiting_user_reply'])
  const { body } = await escalate(session.conversation_id)
  assert.doesNotMatch(JSON.stringify(await conversation(body.intercom_conversation_id)), /4711/)
})

test('two workspaces with sessions of one id know each their own', async () => {
  const session = await finished()
  const { token } = await scene.createWorkspace()
  const other = scene.clientOf(token)
  const { conversation_id } = session
  const body = { conversation_id, user: { id: session.user_id }, message: message(QUESTION) }
  const elsewhere = (await other.post('/fin/start', body)).body
  assert.ok(elsewhere.intercom_conversation_id)
  assert.deepEqual((await other.post('/fin/csat', { conversation_id, rating: 'bad' })).body.errors, {
    base: 'No rating survey found for this conversation',
  })
  await other.post('/fin/escalate', { conversation_id })
  assert.equal((await rate(conversation_id, 'good')).status, 200)
  const { ai_agent } = await conversation(session.intercom_conversation_id)
  assert.deepEqual([ai_agent.resolution_state, ai_agent.rating], ['confirmed_resolution', 4])
})

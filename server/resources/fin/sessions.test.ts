import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Answerer } from '../../answerer/answerer.ts'
import { finScene } from './test-scene.ts'

const scene = await finScene()
const { article, client, clock, conversation, db, events, post, say, settle, start, told, unique } = scene
const parts = async (id: string): Promise<any[]> => (await conversation(id)).conversation_parts.conversation_parts

await article('Reset your password', 'To reset your password, open Settings and choose Security. A link comes by mail.')
const QUESTION = 'How do I reset my password?'

suite('answers', () => {
  test('a session begins at once, and the answer comes by a job, with its source', async () => {
    const { body, status } = await client.post('/fin/start', {
      conversation_id: 'ext-first',
      message: { author: 'user', body: QUESTION, timestamp: '2026-01-15T12:00:00.000Z' },
      user: { id: 'u-1', name: 'Ada', email: 'ada@example.com', attributes: { verified: true } },
    })
    assert.equal(status, 200)
    const { sse_subscription_url, intercom_conversation_id: id, ...rest } = body
    assert.deepEqual(rest, {
      conversation_id: 'ext-first',
      user_id: 'u-1',
      status: 'thinking',
      created_at_ms: '2026-01-15T12:00:00.000Z',
      errors: {
        user: { attributes: { verified: "User attribute 'verified' does not exist" } },
        conversation: { attributes: {} },
      },
    })
    assert.match(
      sse_subscription_url,
      /\/event-stream\?channels=fin_agent_api:\w+:ext-first&accessToken=[\w-]+&rewind=2m$/,
    )
    assert.deepEqual(await told('ext-first'), [])
    await settle()
    const [reply, status_event] = await events('ext-first')
    const [part] = await parts(id)
    assert.deepEqual(reply, {
      event_name: 'fin_replied',
      conversation_id: 'ext-first',
      user_id: 'u-1',
      message: { id: part.id, author: 'fin', body: part.body, timestamp_ms: '2026-01-15T12:00:00.000Z' },
      status: 'replying',
      created_at_ms: '2026-01-15T12:00:00.000Z',
    })
    assert.equal(status_event.status, 'awaiting_user_reply')
    assert.match(part.body, /open Settings and choose Security/)
    assert.match(part.body, /Read on: Reset your password/)
    assert.deepEqual([part.author.type, part.author.from_ai_agent, part.author.is_ai_answer], ['bot', true, true])
    const { ai_agent, ai_agent_participated, source, contacts } = await conversation(id)
    assert.equal(ai_agent_participated, true)
    assert.equal(source.body, `<p>${QUESTION}</p>`)
    assert.equal(contacts.contacts[0].external_id, 'u-1')
    assert.partialDeepStrictEqual(ai_agent, {
      source_type: 'profile',
      last_answer_type: 'ai_answer',
      resolution_state: 'assumed_resolution',
      content_sources: { total_count: 1, content_sources: [{ content_type: 'article', title: 'Reset your password' }] },
    })
  })

  test('a job that runs twice, or after a newer message, answers once', async () => {
    const session = await start(QUESTION)
    const first = await scene.takeDue()
    await say(session, 'Reset password, please')
    const second = await scene.takeDue()
    for (const { task, payload } of [...first, ...second, ...second, ...first]) await task.run(scene.deps, payload)
    assert.deepEqual(await told(session.conversation_id), ['reply', 'awaiting_user_reply'])
  })

  test('where nothing is found the agent says so, and teammates take over', async () => {
    const { id: team } = await post('/parley/teams', { name: 'Support' })
    await client.put('/parley/fin', { assignee_type: 'team', assignee_id: team })
    const session = await start('Which gearbox oil for a 1987 combine?')
    await settle()
    assert.deepEqual(await told(session.conversation_id), ['reply', 'escalated', 'complete'])
    const [, escalated] = await events(session.conversation_id)
    assert.equal(escalated.reason, 'Routed to team')
    const found = await conversation(session.intercom_conversation_id)
    assert.deepEqual([found.ai_agent.resolution_state, String(found.team_assignee_id)], ['escalated', team])
    const { status } = await say(session, 'Anybody?')
    await settle()
    assert.equal(status, 'escalated')
    assert.equal((await told(session.conversation_id)).length, 3)
    assert.equal((await parts(session.intercom_conversation_id)).at(-1).body, '<p>Anybody?</p>')
    await client.put('/parley/fin', { assignee_type: null })
  })

  test('a user who asks for a human gets one; one who is content ends the session and is asked for a rating', async () => {
    const human = await start('I want to talk to a human')
    const content = await start(QUESTION)
    await settle()
    assert.equal((await events(human.conversation_id))[1].reason, 'Escalation requested by user')
    await say(content, 'Thanks, that helped')
    await settle()
    assert.deepEqual((await told(content.conversation_id)).slice(2), ['reply', 'resolved', 'complete', 'rating'])
    const found = await conversation(content.intercom_conversation_id)
    assert.deepEqual([found.state, found.ai_agent.resolution_state], ['closed', 'confirmed_resolution'])
    const asked = (await events(content.conversation_id)).at(-1)
    assert.deepEqual(
      asked.csat.options.map(({ key }: { key: string }) => key),
      ['terrible', 'bad', 'ok', 'good', 'amazing'],
    )
  })

  test('a user who stays silent after an answer has no more questions, and may ask again', async () => {
    const session = await start(QUESTION)
    await settle()
    clock.advance(14 * 60)
    await settle()
    assert.equal((await told(session.conversation_id)).length, 2)
    clock.advance(60)
    await settle()
    assert.deepEqual((await told(session.conversation_id)).slice(2), ['resolved', 'complete', 'rating'])
    assert.equal((await say(session, QUESTION)).status, 'thinking')
    await settle()
    assert.equal((await told(session.conversation_id)).at(-1), 'awaiting_user_reply')
    assert.equal((await conversation(session.intercom_conversation_id)).state, 'open')
  })

  test('a message that is sent again within five minutes is one message', async () => {
    const body = {
      conversation_id: unique('ext'),
      message: { author: 'user', body: QUESTION, timestamp: '2026-01-15T12:00:00.000Z' },
      user: { id: unique('user') },
    }
    const { intercom_conversation_id: id } = await post('/fin/start', body)
    await post('/fin/start', body)
    await post('/fin/reply', body)
    assert.equal((await parts(id)).length, 0)
    clock.advance(301)
    await post('/fin/reply', body)
    assert.equal((await parts(id)).length, 1)
  })

  test('content for other audiences is neither shown nor named', async () => {
    const audience = await post('/audiences', {
      name: 'VIPs',
      predicates: [{ attribute: 'name', type: 'string', comparison: 'eq', value: 'Vip' }],
    })
    await article('Secret lounge', 'The secret lounge opens with the code on your card.', {
      audience_ids: [audience.id],
    })
    const ask = async (name: string) => {
      const session = await start('How does the secret lounge open?', { user: { id: unique('user'), name } })
      await settle()
      return (await parts(session.intercom_conversation_id))[0].body
    }
    assert.match(await ask('Vip'), /code on your card/)
    assert.doesNotMatch(await ask('Other'), /lounge|card/)
  })

  test('a source that readers can open has its public address', async () => {
    const [{ id: center }] = (await client.get('/parley/help_centers')).body.data
    await client.put(`/parley/help_centers/${center}`, { website_turned_on: true })
    const collection = await post('/help_center/collections', { name: 'Machines' })
    const { url } = await article('Oiling the winch', 'Oil the winch every spring.', {
      parent_id: collection.id,
      parent_type: 'collection',
    })
    const addressOf = async (question: string) => {
      const { intercom_conversation_id: id } = await start(question)
      await settle()
      return (await conversation(id)).ai_agent.content_sources.content_sources[0].url
    }
    assert.match(url, /\/help\/.*oiling-the-winch$/)
    assert.equal(await addressOf('When do I oil the winch?'), url)
    assert.match(await addressOf(QUESTION), /^\/articles\/\d+$/)
  })

  test('without follow-up questions each message gets one answer, and nothing is escalated', async () => {
    const settings = { follow_up_questions: false }
    const session = await start(QUESTION, { settings })
    const lost = await start('Which gearbox oil for a combine?', { settings })
    await settle()
    assert.deepEqual(await told(session.conversation_id), ['reply', 'resolved', 'complete'])
    assert.deepEqual(await told(lost.conversation_id), ['reply', 'complete'])
  })

  test('words of an agent are kept, and ask nothing', async () => {
    const session = await start(QUESTION)
    await settle()
    await say(session, '', { message: { author: 'agent', body: 'We looked at it.' } })
    await settle()
    assert.equal((await told(session.conversation_id)).length, 2)
    const last = (await parts(session.intercom_conversation_id)).at(-1)
    assert.deepEqual(
      [last.body, last.author.type, last.author.from_ai_agent],
      ['<p>We looked at it.</p>', 'bot', false],
    )
  })

  test('an answerer that fails is asked again, and given up after three attempts', async () => {
    let asked = 0
    const broken: Answerer = {
      answer: async () => {
        asked++
        throw new Error('down')
      },
    }
    const session = await start(QUESTION)
    const [{ task, payload }] = (await scene.takeDue()) as [Awaited<ReturnType<typeof scene.takeDue>>[0]]
    const attempt = () => task.run({ ...scene.deps, answerer: broken }, payload)
    for (let n = 1; n <= 3; n++) await assert.rejects(attempt, /down/)
    assert.deepEqual(await told(session.conversation_id), ['reply', 'escalated', 'complete'])
    await attempt()
    assert.equal(asked, 3)
  })

  test('a user is told that no answer can be had in the language of the question', async () => {
    const session = await start('Wie setze ich mein Passwort zurück?')
    const [{ task, payload }] = (await scene.takeDue()) as [Awaited<ReturnType<typeof scene.takeDue>>[0]]
    const broken: Answerer = { answer: () => Promise.reject(new Error('down')) }
    for (let n = 1; n <= 3; n++) await assert.rejects(() => task.run({ ...scene.deps, answerer: broken }, payload))
    const [{ message }] = await scene.events(session.conversation_id)
    assert.equal(message.body, '<p>Ich kann gerade nicht antworten.</p>')
  })
})

suite('escalations over the API', () => {
  test('a session is escalated once; a user without one gets a conversation', async () => {
    const session = await start(QUESTION)
    const first = await post('/fin/escalate', { conversation_id: session.conversation_id })
    const again = await post('/fin/escalate', { conversation_id: session.conversation_id, context: 'More' })
    assert.equal(again.intercom_conversation_id, first.intercom_conversation_id)
    await settle()
    assert.deepEqual(await told(session.conversation_id), ['escalated', 'complete'])
    assert.equal((await events(session.conversation_id))[0].reason, 'Escalation requested via API')
    const { sse_subscription_url, ...alone } = await post('/fin/escalate', {
      user: { id: unique('user') },
      message: 'My invoice',
    })
    assert.equal(sse_subscription_url, undefined)
    assert.equal((await conversation(alone.intercom_conversation_id)).source.body, '<p>My invoice</p>')
    assert.deepEqual(Object.keys(alone), ['intercom_conversation_id', 'status'])
  })
})

test('another user, another workspace and a deleted conversation have no session', async () => {
  const session = await start(QUESTION)
  const reply = {
    message: scene.message('Hello'),
    user: { id: session.user_id },
    conversation_id: session.conversation_id,
  }
  const other = await client.post('/fin/reply', { ...reply, user: { id: 'somebody' } })
  assert.equal(other.status, 400)
  const { token } = await scene.createWorkspace()
  const elsewhere = await scene.clientOf(token).post('/fin/reply', reply)
  assert.equal(elsewhere.status, 404)
  assert.equal(elsewhere.body.errors[0].message, 'Conversation not found for the given conversation_id')
  await client.delete(`/conversations/${session.intercom_conversation_id}`)
  assert.equal((await client.post('/fin/reply', reply)).status, 404)
  await settle()
  assert.equal((await db`select from fin_sessions where external_id = ${session.conversation_id}`).length, 0)
})

test('a workspace that turns the agent off begins no session', async () => {
  await client.put('/parley/fin', { enabled: false })
  const { status, body } = await client.post('/fin/start', {
    conversation_id: unique('ext'),
    message: scene.message(QUESTION),
    user: { id: unique('user') },
  })
  assert.deepEqual([status, body.errors[0].code], [400, 'parameter_invalid'])
  assert.match(body.errors[0].message, /^No Fin profile is configured/)
  await client.put('/parley/fin', { enabled: true })
})

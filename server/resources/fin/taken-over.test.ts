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
]

const escalate = (session: { conversation_id: string }, more: object = {}) =>
  post('/fin/escalate', { conversation_id: session.conversation_id, ...more })
const conversationsOf = async (user: string): Promise<string[]> => {
  const [{ id }] = (
    await client.post('/contacts/search', { query: { field: 'external_id', operator: '=', value: user } })
  ).body.data
  const query = { field: 'contact_ids', operator: '=', value: id }
  return (await client.post('/conversations/search', { query })).body.conversations.map((one: any) => one.id)
}

for (const { way, take } of WAYS)
  suite(`a teammate ${way}`, () => {
    test('and the session ends with what they do, which tells the new state of the agent', async () => {
      const session = await start(QUESTION)
      await settle()
      const { intercom_conversation_id: id } = session
      const { ai_agent } = await take(id)
      assert.equal(ai_agent.resolution_state, 'escalated')
      assert.deepEqual((await told(session.conversation_id)).slice(2), ['escalated', 'complete'])
      assert.equal((await scene.events(session.conversation_id)).at(-2).reason, 'Routed to team')
      const { status } = await say(session, 'Thanks!')
      assert.equal(status, 'escalated')
    })

    test('and an escalation goes on in their conversation, which it opens', async () => {
      const session = await start(QUESTION)
      await settle()
      const { intercom_conversation_id: id } = session
      await take(id)
      const escalated = await escalate(session, { context: 'In a hurry' })
      assert.deepEqual([escalated.intercom_conversation_id, escalated.status], [id, 'escalated'])
      assert.deepEqual(await conversationsOf(session.user_id), [id])
      assert.equal((await conversation(id)).conversation_parts.conversation_parts.at(-1).body, '<p>In a hurry</p>')
      assert.equal((await shown(id)).state, 'open')
      assert.deepEqual((await told(session.conversation_id)).slice(2), ['escalated', 'complete'])
    })
  })

test('an open conversation that nobody has is assigned when it is escalated', async () => {
  const session = await start(QUESTION)
  await settle()
  const { intercom_conversation_id: id } = session
  await write(id)
  assert.ok(!(await shown(id)).team)
  await escalate(session)
  assert.deepEqual([(await shown(id)).state, String((await shown(id)).team)], ['open', team])
})

test('an escalation opens a conversation where the one that it was merged into is deleted', async () => {
  const session = await start(QUESTION)
  await settle()
  const primary = await merge(session.intercom_conversation_id)
  await client.delete(`/conversations/${primary.id}`)
  const { intercom_conversation_id: opened } = await escalate(session, { context: 'In a hurry' })
  assert.ok(![session.intercom_conversation_id, primary.id].includes(opened))
  assert.equal((await conversation(opened)).conversation_parts.conversation_parts.at(-1).body, '<p>In a hurry</p>')
  assert.deepEqual((await told(session.conversation_id)).slice(2), ['escalated', 'complete'])
})

test('a teammate merges, and the session ends with it; words and an escalation are told where it goes on', async () => {
  const session = await start(QUESTION)
  await settle()
  const { intercom_conversation_id: id, conversation_id } = session
  const primary = await merge(id)
  assert.deepEqual((await told(conversation_id)).slice(2), ['escalated', 'complete'])
  assert.equal((await shown(id)).resolution, 'escalated')
  const late = await client.post('/fin/reply', {
    conversation_id,
    user: { id: session.user_id },
    message: { author: 'user', body: 'Thanks!' },
  })
  assert.deepEqual([late.status, late.body.errors[0].code], [422, 'merge_failed'])
  await manage(primary.id, { message_type: 'close' })
  const escalated = await escalate(session, { context: 'In a hurry' })
  assert.deepEqual([escalated.intercom_conversation_id, escalated.status], [primary.id, 'escalated'])
  const { state, conversation_parts } = await conversation(primary.id)
  assert.deepEqual([state, conversation_parts.conversation_parts.at(-1).body], ['open', '<p>In a hurry</p>'])
})

for (const { way, take, state } of [...WAYS, { way: 'merges', take: merge, state: 'closed' }])
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

test('a conversation whose session had ended is left to the teammate with the next words of the user', async () => {
  const ended = async () => {
    const session = await start(QUESTION)
    await settle()
    await say(session, 'Thanks!')
    await settle()
    await write(session.intercom_conversation_id)
    return { session, before: (await told(session.conversation_id)).length }
  }
  const spoken = await ended()
  assert.equal((await say(spoken.session, QUESTION)).status, 'escalated')
  assert.deepEqual((await told(spoken.session.conversation_id)).slice(spoken.before), ['escalated', 'complete'])
  const handed = await ended()
  const { intercom_conversation_id: id } = handed.session
  assert.equal((await escalate(handed.session)).intercom_conversation_id, id)
  assert.deepEqual(await conversationsOf(handed.session.user_id), [id])
  const news = (await scene.events(handed.session.conversation_id)).slice(handed.before)
  assert.deepEqual(
    news.map(({ status, reason }) => [status, reason]),
    [
      ['escalated', 'Escalation requested via API'],
      ['complete', undefined],
    ],
  )
})

test('a closed conversation that nobody has is assigned when it is escalated', async () => {
  const session = await start(QUESTION)
  await settle()
  const { intercom_conversation_id: id } = session
  await close(id)
  assert.ok(!(await shown(id)).team)
  await escalate(session)
  assert.deepEqual([(await shown(id)).state, String((await shown(id)).team)], ['open', team])
})

test('a message that waits for its answer when a teammate comes is not asked of the answerer', async () => {
  const session = await start(QUESTION)
  await write(session.intercom_conversation_id)
  let asked = 0
  await settle({ answer: async () => ({ outcome: 'unanswered', text: String(++asked), sources: [] }) })
  assert.equal(asked, 0)
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

  test('the run ends with what the teammate does', async () => {
    const { session, outcome } = await asking()
    await assign(session.intercom_conversation_id)
    assert.equal(await outcome(), 'interrupted')
    assert.deepEqual((await told(session.conversation_id)).slice(2), ['escalated', 'complete'])
  })

  const collecting = async () => {
    const { id } = await post('/parley/procedures', {
      title: 'A test',
      state: 'live',
      steps: [
        {
          type: 'collect_input',
          step_id: 'allowed',
          body: 'May they?',
          attributes: [{ name: 'ok', data_type: 'boolean' }],
        },
        { type: 'answer', body: 'Done.' },
      ],
    })
    const user = { id: scene.unique('user') }
    const session = await post(`/fin/procedures/${id}/run`, { conversation_id: scene.unique('run'), user })
    await settle()
    const { intercom_conversation_id: talk } = session
    const input = async () => {
      const [{ item }] = await scene.db<[{ item: any }]>`
        select item from events where topic = 'procedure.hitl_notification.created' order by id desc limit 1`
      await post(`/procedures/${talk}/collect_agent_input`, {
        step_id: 'allowed',
        attribute_values: [{ identifier: item.attributes_to_collect[0].identifier, value: true }],
      })
    }
    return { session, talk, input }
  }

  test('a procedure that waits for the input of a teammate goes on while they write', async () => {
    const { session, talk, input } = await collecting()
    await write(talk)
    await say(session, 'Hello?')
    await settle()
    assert.deepEqual(await told(session.conversation_id), [])
    await input()
    await settle()
    assert.deepEqual((await shown(talk)).words, ['<p>Done.</p>'])
  })

  test('a reply between two steps, after a teammate wrote, ends the run with the session', async () => {
    const { session, talk, input } = await collecting()
    await write(talk)
    await input()
    // As the job leaves it between two steps.
    await scene.db`
      update workflow_runs set state = 'running', waits_from = null, due_at = null
      where thread_id = ${talk} and state = 'waiting'`
    await say(session, 'Hello?')
    await settle()
    assert.deepEqual(await told(session.conversation_id), ['escalated', 'complete'])
    assert.deepEqual((await shown(talk)).words, [])
    const [{ outcome }] = await scene.db<[{ outcome: string }]>`
      select outcome from workflow_runs where thread_id = ${talk}`
    assert.equal(outcome, 'interrupted')
  })

  test('a run whose session is over takes no more steps', async () => {
    const { session, talk, input } = await collecting()
    await input()
    await scene.db`update fin_sessions set status = 'escalated' where thread_id = ${talk}`
    await settle()
    assert.deepEqual([await told(session.conversation_id), (await shown(talk)).words], [[], []])
  })

  const consultationOf = async (talk: string): Promise<string[]> =>
    (await client.get(`/conversations/${talk}/hitl_events`)).body.hitl_events.flatMap(
      ({ data }: any) => data.outcome ?? [],
    )

  test('a consultation in a conversation that is merged is told of as merged', async () => {
    const { talk } = await collecting()
    await merge(talk)
    assert.deepEqual(await consultationOf(talk), ['merged'])
  })

  test('a consultation whose session is over is told with the status that the session ended in', async () => {
    for (const status of ['escalated', 'complete']) {
      const { session, talk } = await collecting()
      // As sessions of an earlier release may be, which ended without their runs.
      await scene.db`update fin_sessions set status = ${status} where thread_id = ${talk}`
      clock.advance(86_400)
      await settle()
      assert.deepEqual([await consultationOf(talk), await told(session.conversation_id)], [[status], []])
    }
  })

  test('a run that is left in a merged conversation ends as merged, and its session is told of once', async () => {
    const { session, talk } = await collecting()
    await scene.db`update fin_sessions set status = 'escalated' where thread_id = ${talk}`
    await merge(talk)
    clock.advance(86_400)
    await settle()
    assert.deepEqual([await consultationOf(talk), await told(session.conversation_id)], [['merged'], []])
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

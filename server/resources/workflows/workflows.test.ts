import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { TRIGGER_TYPES, type Trigger } from './triggers.ts'
import { workflowScene } from './test-scene.ts'

const scene = await workflowScene()
const { client, clock, converse, conversation, db, post, runs, settle, workflow, workspace } = scene
const owner = String(workspace.adminId)

const tag = async (name: string): Promise<string> => (await post('/tags', { name })).id
const partsOf = async (id: string): Promise<any[]> => (await conversation(id)).conversation_parts.conversation_parts
const end = (id: string) => client.delete(`/parley/workflows/${id}`)
const reply = (id: string, body = 'Anybody?') =>
  post(`/conversations/${id}/reply`, { type: 'admin', message_type: 'comment', admin_id: owner, body })
const manage = (id: string, message_type: string, more: object = {}) =>
  post(`/conversations/${id}/parts`, { message_type, type: 'admin', admin_id: owner, ...more })
const contactReplies = async (id: string) => {
  const [contact] = (await conversation(id)).contacts.contacts
  return post(`/conversations/${id}/reply`, {
    type: 'user',
    message_type: 'comment',
    intercom_user_id: contact.id,
    body: 'One more thing',
  })
}

/** Requests that make the event of each trigger happen in a conversation. */
const HAPPENINGS: Record<Trigger, (id: string) => Promise<unknown>> = {
  inbound_conversation: async () => converse(),
  async outbound_conversation(id) {
    const [contact] = (await conversation(id)).contacts.contacts
    return post('/messages', {
      message_type: 'in_app',
      from: { type: 'admin', id: owner },
      to: { type: 'user', id: contact.id },
      body: 'Hello',
      create_conversation_without_contact_reply: true,
    })
  },
  contact_replied: contactReplies,
  teammate_replied: (id) => reply(id),
  conversation_assigned: (id) => manage(id, 'assignment', { assignee_id: owner }),
  conversation_closed: (id) => manage(id, 'close'),
  async conversation_opened(id) {
    await manage(id, 'close')
    return manage(id, 'open')
  },
  conversation_snoozed: (id) => manage(id, 'snoozed', { snoozed_until: clock.now().getTime() / 1000 + 3600 }),
  async conversation_unsnoozed(id) {
    await manage(id, 'snoozed', { snoozed_until: clock.now().getTime() / 1000 + 3600 })
    return manage(id, 'open')
  },
  async conversation_rated(id) {
    const [contact] = (await conversation(id)).contacts.contacts
    await db`
      update threads set rating_requested_at = ${clock.now()}, rating_contact_id = ${contact.id}
      where workspace_id = ${workspace.id} and id = ${id}`
    const { status, text } = await client.post(`/conversations/${id}/rating`, {
      rating: 5,
      intercom_user_id: contact.id,
    })
    assert.ok(status < 300, text)
  },
}

suite('triggers', () => {
  for (const trigger_type of TRIGGER_TYPES)
    test(`${trigger_type} starts a run, once`, async () => {
      const id = await converse()
      const { id: workflowId } = await workflow({ trigger_type, steps: [{ type: 'tag', tag_id: await tag('seen') }] })
      await HAPPENINGS[trigger_type](id)
      await settle()
      await scene.start()
      const begun = await runs(workflowId)
      assert.deepEqual(
        begun.map(({ state, outcome }) => [state, outcome]),
        [['ended', 'completed']],
      )
      await end(workflowId)
    })

  test('events before a workflow went live, and while it was paused, start nothing', async () => {
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      state: 'draft',
      steps: [{ type: 'close' }],
    })
    await converse()
    await client.put(`/parley/workflows/${id}`, { state: 'live' })
    await settle()
    await client.put(`/parley/workflows/${id}`, { state: 'paused' })
    await converse()
    await settle()
    await client.put(`/parley/workflows/${id}`, { state: 'live' })
    await settle()
    assert.deepEqual(await runs(id), [])
    await converse()
    await settle()
    assert.equal((await runs(id)).length, 1)
    await end(id)
  })

  test('conditions are asked when the run starts, of the conversation as it is then', async () => {
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      conditions: { field: 'source.body', operator: '~', value: 'refund' },
      steps: [{ type: 'close' }],
    })
    const [matching, other, closed] = [await converse('A refund, please'), await converse(), await converse('refund')]
    await client.put(`/parley/workflows/${id}`, {
      conditions: {
        operator: 'AND',
        value: [
          { field: 'source.body', operator: '~', value: 'refund' },
          { field: 'open', operator: '=', value: true },
        ],
      },
    })
    await scene.start()
    await manage(closed, 'close')
    await settle()
    assert.equal((await conversation(matching)).state, 'closed')
    assert.equal((await conversation(other)).state, 'open')
    const outcomes = Object.fromEntries((await runs(id)).map((run) => [run.conversation_id, run.outcome]))
    assert.deepEqual(outcomes, { [matching]: 'completed', [other]: 'not_matched', [closed]: 'not_matched' })
    await end(id)
  })
})

suite('steps', () => {
  test('each step does what its operation does, as the bot, and is told', async () => {
    const vip = await tag('vip')
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [
        { type: 'assign', assignee_type: 'admin', assignee_id: owner },
        { type: 'tag', tag_id: vip },
        { type: 'reply', body: 'We are on it' },
        { type: 'snooze', seconds: 3600 },
      ],
    })
    const talk = await converse()
    await settle()
    const now = await conversation(talk)
    assert.deepEqual(
      [now.admin_assignee_id, now.tags.tags.map((one: any) => one.name), now.state, now.snoozed_until],
      [Number(owner), ['vip'], 'snoozed', clock.now().getTime() / 1000 + 3600],
    )
    const said = (await partsOf(talk)).find(({ part_type }) => part_type === 'comment')
    assert.deepEqual([said.body, said.author.type], ['<p>We are on it</p>', 'bot'])
    const [run] = await runs(id)
    assert.deepEqual(
      run.steps.map((one: any) => one.outcome),
      ['done', 'done', 'done', 'done'],
    )
    await end(id)
  })

  test('a step that changes nothing, or whose query fails, is skipped; one that cannot be done is failed', async () => {
    const gone = await tag('gone')
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [
        { type: 'assign', assignee_type: 'admin', assignee_id: '0' },
        { type: 'close', if: { field: 'open', operator: '=', value: false } },
        { type: 'tag', tag_id: gone },
        { type: 'close' },
      ],
    })
    await client.delete(`/tags/${gone}`)
    const talk = await converse()
    await settle()
    const [run] = await runs(id)
    assert.deepEqual(
      run.steps.map((one: any) => [one.outcome, one.error]),
      [
        ['skipped', null],
        ['skipped', null],
        ['failed', 'tag_not_found'],
        ['done', null],
      ],
    )
    assert.deepEqual(
      (await partsOf(talk)).map(({ part_type }) => part_type),
      ['close'],
    )
    await end(id)
  })

  test('a step whose job dies amid it is done once when the job runs again', async () => {
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [
        { type: 'reply', body: 'One' },
        { type: 'reply', body: 'Two' },
      ],
    })
    const talk = await converse()
    await scene.start()
    const [job] = await scene.takeDue()
    // Two workers have the job, and it runs once more afterwards.
    await Promise.all([scene.run(job!), scene.run(job!)])
    await scene.run(job!)
    assert.deepEqual(
      (await partsOf(talk)).map(({ body }) => body),
      ['<p>One</p>', '<p>Two</p>'],
    )
    await end(id)
  })
})

suite('waits', () => {
  const waiting = async (more: object = {}) =>
    workflow({
      trigger_type: 'inbound_conversation',
      steps: [{ type: 'wait', seconds: 600, ...more }, { type: 'close' }],
    })

  test('a run goes on when its time has come, and not before', async () => {
    const { id } = await waiting()
    const talk = await converse()
    await settle()
    const [begun] = await runs(id)
    assert.deepEqual([begun.state, begun.due_at], ['waiting', clock.now().getTime() / 1000 + 600])
    clock.advance(599)
    await settle()
    assert.equal((await conversation(talk)).state, 'open')
    clock.advance(1)
    await settle()
    assert.equal((await conversation(talk)).state, 'closed')
    await end(id)
  })

  for (const [what, happen] of [
    ['a reply of the contact', contactReplies],
    ['a reply of a teammate', reply],
    ['another assignee', (id: string) => manage(id, 'assignment', { assignee_id: owner })],
    [
      'a close',
      async (id: string) => {
        await manage(id, 'close')
        await manage(id, 'open')
      },
    ],
  ] as const)
    test(`${what} during a wait ends the run, unless the step says otherwise`, async () => {
      for (const keep_on_activity of [false, true]) {
        const { id } = await waiting({ keep_on_activity })
        const talk = await converse()
        await settle()
        await happen(talk)
        clock.advance(600)
        await settle()
        const [run] = await runs(id)
        assert.equal(run.outcome, keep_on_activity ? 'completed' : 'interrupted')
        assert.equal((await conversation(talk)).state, keep_on_activity ? 'closed' : 'open')
        await end(id)
      }
    })

  test('a note, or words of a bot, interrupt nothing', async () => {
    const { id } = await waiting()
    const talk = await converse()
    await settle()
    await manage(talk, 'note', { body: 'Later' })
    clock.advance(600)
    await settle()
    assert.equal((await runs(id))[0].outcome, 'completed')
    await end(id)
  })

  test('a timer with the token of an earlier wait does nothing', async () => {
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [{ type: 'wait', seconds: 60 }, { type: 'wait', seconds: 600 }, { type: 'close' }],
    })
    const talk = await converse()
    await settle()
    clock.advance(60)
    const [timer] = await scene.takeDue()
    await scene.run(timer!)
    clock.advance(700)
    await scene.run(timer!)
    assert.equal((await conversation(talk)).state, 'open')
    await settle()
    assert.equal((await conversation(talk)).state, 'closed')
    await end(id)
  })

  test('a run keeps the version that it began with; a deleted workflow ends its runs', async () => {
    const { id } = await waiting()
    const [first, second] = [await converse(), await converse()]
    await settle()
    await client.put(`/parley/workflows/${id}`, { steps: [{ type: 'reply', body: 'New' }] })
    clock.advance(600)
    await settle()
    assert.equal((await conversation(first)).state, 'closed')
    assert.deepEqual([(await runs(id))[0].version, (await runs(id)).length], [1, 2])
    await end(id)
    assert.equal((await conversation(second)).state, 'closed')
    const other = await waiting()
    const third = await converse()
    await settle()
    await end(other.id)
    clock.advance(600)
    await settle()
    assert.equal((await conversation(third)).state, 'open')
  })
})

suite('chains', () => {
  test('no workflow starts from its own doing', async () => {
    const { id } = await workflow({
      trigger_type: 'conversation_closed',
      steps: [{ type: 'assign', assignee_type: 'admin', assignee_id: owner }, { type: 'close' }],
    })
    const talk = await converse()
    await manage(talk, 'close')
    await settle()
    assert.equal((await runs(id)).length, 1)
    await end(id)
  })

  test('two workflows that start each other end after ten runs', async () => {
    const reopen = await workflow({
      trigger_type: 'conversation_closed',
      steps: [
        { type: 'assign', assignee_type: 'admin', assignee_id: owner },
        { type: 'assign', assignee_type: 'admin', assignee_id: '0' },
      ],
    })
    const close = await workflow({ trigger_type: 'conversation_opened', steps: [{ type: 'close' }] })
    await manage(await converse(), 'close')
    await settle()
    assert.equal((await runs(reopen.id)).length + (await runs(close.id)).length, 10)
    await end(reopen.id)
    await end(close.id)
  })

  test('workflows of one event run in the order of their places, then of their ids', async () => {
    const all = []
    for (const [id, position] of [
      ['order-c', 1],
      ['order-b', 1],
      ['order-a', 2],
      ['order-d', 0],
    ] as const)
      all.push(
        await workflow({ id, position, trigger_type: 'inbound_conversation', steps: [{ type: 'reply', body: id }] }),
      )
    const talk = await converse()
    await settle()
    assert.deepEqual(
      (await partsOf(talk)).map(({ body }) => body),
      ['order-d', 'order-b', 'order-c', 'order-a'].map((id) => `<p>${id}</p>`),
    )
    for (const { id } of all) await end(id)
  })
})

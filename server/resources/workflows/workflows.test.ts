import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, suite, test } from 'node:test'
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

suite('data connectors', () => {
  const received: { url: string; key: unknown }[] = []
  const server = createServer((request, response) => {
    received.push({ url: request.url!, key: request.headers['idempotency-key'] })
    response.writeHead(request.url!.startsWith('/broken') ? 500 : 200).end('{"ok":true}')
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const listening = new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const connector = async (path: string, more: object = {}) => {
    await listening
    const { port } = server.address() as AddressInfo
    const { id } = await post('/data_connectors', {
      name: 'Orders',
      url: `http://127.0.0.1:${port}${path}/{{talk}}?words={{words}}`,
      data_inputs: [
        { name: 'talk', type: 'string' },
        { name: 'words', type: 'string' },
      ],
      ...more,
    })
    await client.patch(`/data_connectors/${id}`, { state: 'live' })
    return id as string
  }
  const inputs = { talk: { from: 'conversation.id' }, words: { from: 'message.body' } }

  test('a step runs a connector with what the run knows, and the run goes on whatever comes of it', async () => {
    const [good, broken] = [await connector('/good'), await connector('/broken')]
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [
        { type: 'run_connector', data_connector_id: good, inputs },
        { type: 'run_connector', data_connector_id: broken, inputs },
        { type: 'close' },
      ],
    })
    const talk = await converse('a & b')
    await settle()
    const [run] = await runs(id)
    assert.deepEqual(
      run.steps.map((one: any) => [one.outcome, one.error]),
      [
        ['done', null],
        ['failed', '3rd_party_error'],
        ['done', null],
      ],
    )
    assert.deepEqual(received, [
      {
        url: `/good/${talk}?words=${encodeURIComponent('<p>a &amp; b</p>')}`,
        key: `parley-${workspace.id}-${run.id}-0`,
      },
      {
        url: `/broken/${talk}?words=${encodeURIComponent('<p>a &amp; b</p>')}`,
        key: `parley-${workspace.id}-${run.id}-1`,
      },
    ])
    const { body } = await client.get(`/data_connectors/${good}/execution_results`)
    const [{ success, source_type, source_id, conversation_id }] = body.data
    assert.deepEqual([success, source_type, source_id, conversation_id], [true, 'workflow', id, talk])
    await end(id)
  })

  test('a connector that a workflow runs is neither deleted nor set to draft', async () => {
    const used = await connector('/used')
    const { id } = await workflow({
      trigger_type: 'inbound_conversation',
      steps: [{ type: 'run_connector', data_connector_id: used }],
    })
    const draft = await client.patch(`/data_connectors/${used}`, { state: 'draft' })
    assert.deepEqual([draft.status, draft.body.errors[0].code], [409, 'data_connector_in_use'])
    await end(id)
    assert.equal((await client.patch(`/data_connectors/${used}`, { state: 'draft' })).status, 200)
  })

  for (const [why, details, error] of [
    ['is for other contacts', { audiences: ['users'] }, 'not_in_audience'],
    ['asks contacts who they are', { customer_authentication: true }, 'customer_authentication_needed'],
  ] as const)
    test(`a connector that ${why} is not run`, async () => {
      const before = received.length
      const { id } = await workflow({
        trigger_type: 'inbound_conversation',
        steps: [{ type: 'run_connector', data_connector_id: await connector('/never', details) }],
      })
      await converse()
      await settle()
      assert.deepEqual([(await runs(id))[0].steps[0].error, received.length], [error, before])
      await end(id)
    })
})

suite('settings', () => {
  const trigger_type = 'inbound_conversation'

  for (const [why, details, code] of [
    ['an unknown field', { conditions: { field: 'mood', operator: '=', value: 'x' } }, 'invalid_field'],
    ['a condition of a step that is none', { steps: [{ type: 'close', if: 'open' }] }, 'invalid_query'],
    ['a tag that is not there', { steps: [{ type: 'tag', tag_id: '1' }] }, 'tag_not_found'],
    [
      'a connector that is not there',
      { steps: [{ type: 'run_connector', data_connector_id: '1' }] },
      'data_connector_not_found',
    ],
    [
      'an assignee who is not there',
      { steps: [{ type: 'assign', assignee_type: 'team', assignee_id: '1' }] },
      'assignee_not_found',
    ],
    ['no steps', { steps: [] }, 'parameter_invalid'],
    ['a step of an unknown type', { steps: [{ type: 'dance' }] }, 'parameter_invalid'],
    ['a wait without its length', { steps: [{ type: 'wait' }] }, 'parameter_not_found'],
    ['an id with capitals', { id: 'Mine' }, 'parameter_invalid'],
    ['a blank title', { title: ' ' }, 'parameter_invalid'],
  ] as const)
    test(`${why} is refused`, async () => {
      const { status, body } = await client.post('/parley/workflows', {
        title: 'A test',
        trigger_type,
        steps: [{ type: 'close' }],
        ...details,
      })
      assert.ok(status === 400 || status === 404)
      assert.equal(body.errors[0].code, code)
    })

  test('an id is taken once', async () => {
    const details = { id: 'mine', trigger_type, steps: [{ type: 'close' }] }
    await workflow({ ...details, state: 'draft' })
    const { status, body } = await client.post('/parley/workflows', { title: 'Another', ...details })
    assert.deepEqual([status, body.errors[0].code], [409, 'conflict'])
    assert.equal((await end('mine')).body.deleted, true)
    assert.equal((await client.get('/parley/workflows/mine')).status, 404)
    assert.equal((await workflow({ ...details, state: 'draft' })).id, 'mine')
  })

  test('the export tells the whole workflow, from 2.15 on', async () => {
    const conditions = { field: 'open', operator: '=', value: true }
    const steps = [{ type: 'close', if: conditions }]
    const made = await workflow({ id: 'told', state: 'draft', trigger_type, conditions, steps })
    const { body } = await scene.client.get('/export/workflows/told')
    assert.deepEqual(
      [body.export_version, body.app_id, body.workflow.title, body.workflow.trigger_type, body.workflow.state],
      ['1.0', workspace.id, made.title, trigger_type, 'draft'],
    )
    assert.deepEqual(
      [body.workflow.targeting, body.workflow.snapshot, body.workflow.embedded_rules],
      [conditions, { version: 1, steps }, [{ step: 0, if: conditions }]],
    )
    const older = (version: string) =>
      scene.app.inject({
        url: '/export/workflows/told',
        headers: { authorization: `Bearer ${workspace.token}`, 'intercom-version': version },
      })
    assert.deepEqual([(await older('2.14')).statusCode, (await older('2.15')).statusCode], [400, 200])
    const none = await client.get('/export/workflows/none')
    assert.deepEqual([none.status, none.body.errors[0].message], [404, 'Workflow not found'])
    await end('told')
  })
})

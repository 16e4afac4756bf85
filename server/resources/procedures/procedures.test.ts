import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { KNOWN_KEYS } from '../../placeholders/vocabulary.ts'
import { finScene } from '../fin/test-scene.ts'
import { startApi } from './test-api.ts'

const scene = await finScene()
const { client, clock, conversation, db, events, post, say, settle, told, unique } = scene
const api = await startApi()

const procedure = (details: object): Promise<any> =>
  post('/parley/procedures', { title: 'A test', state: 'live', ...details })
const run = (id: string, more: object = {}) =>
  client.post(`/fin/procedures/${id}/run`, {
    conversation_id: unique('run'),
    user: { id: unique('user'), name: 'Ada' },
    ...more,
  })
const running = async (id: string, more: object = {}) => {
  const { status, body, text } = await run(id, more)
  assert.equal(status, 200, text)
  await settle()
  return body
}
const words = async (session: any): Promise<string[]> =>
  (await events(session.conversation_id)).flatMap(({ message }) => message?.body ?? [])
const runsOf = async (id: string): Promise<any[]> => (await client.get(`/parley/procedures/${id}/runs`)).body.data

await client.post('/conversations/attributes', { name: 'Order', data_type: 'string' })
await post('/data_attributes', { model: 'contact', name: 'plan', data_type: 'string' })

suite('steps', () => {
  test('a procedure asks, calls a data connector, sets attributes and answers', async () => {
    const connector = await post('/data_connectors', {
      name: 'Orders',
      http_method: 'get',
      url: api.url('/orders/{{order}}'),
      audiences: ['users'],
      data_inputs: [{ name: 'order', type: 'string', description: 'The order', required: true }],
    })
    await client.patch(`/data_connectors/${connector.id}`, { state: 'live' })
    const { id } = await procedure({
      steps: [
        { type: 'ask', body: 'Hello {{contact.name}}, which order?', save_as: 'order' },
        {
          type: 'run_connector',
          data_connector_id: connector.id,
          inputs: { order: { from: 'variables.order' } },
          outputs: { state: 'order.state', first: 'order.items[0]' },
        },
        {
          type: 'set_attribute',
          attribute_of: 'conversation',
          attribute_name: 'Order',
          value: { from: 'variables.order' },
        },
        { type: 'set_attribute', attribute_of: 'contact', attribute_name: 'plan', value: 'Pro' },
        { type: 'answer', body: 'Your plan is {{contact.custom_attributes.plan}}.' },
        { type: 'answer', body: 'Order {{variables.order}} with {{variables.first}} is {{variables.state}}.' },
        { type: 'answer', body: 'Skipped', if: { field: 'state', operator: '=', value: 'closed' } },
      ],
    })
    const session = await running(id)
    assert.equal(session.procedure_id, id)
    assert.deepEqual(await told(session.conversation_id), ['reply', 'awaiting_user_reply'])
    await say(session, 'A-17 <b>')
    await settle()
    assert.deepEqual(await words(session), [
      '<p>Hello Ada, which order?</p>',
      '<p>Your plan is Pro.</p>',
      '<p>Order A-17 with Beans is on its way.</p>',
    ])
    assert.deepEqual((await told(session.conversation_id)).slice(2), [
      'reply',
      'reply',
      'resolved',
      'complete',
      'rating',
    ])
    assert.equal(api.asked(), 1)
    const found = await conversation(session.intercom_conversation_id)
    assert.equal(found.custom_attributes['Order'], 'A-17')
    assert.partialDeepStrictEqual(found.ai_agent, {
      source_type: 'workflow',
      source_title: 'A test',
      last_answer_type: 'custom_answer',
      resolution_state: 'assumed_resolution',
    })
    const [contact] = found.contacts.contacts
    assert.equal((await client.get(`/contacts/${contact.id}`)).body.custom_attributes.plan, 'Pro')
    const [{ state, outcome, steps }] = (await runsOf(id)) as [any]
    assert.deepEqual([state, outcome], ['ended', 'completed'])
    assert.deepEqual(
      steps.map((step: any) => step.outcome),
      ['done', 'done', 'done', 'done', 'done', 'done', 'skipped'],
    )
  })

  test('a step that is refused fails, and the run goes on', async () => {
    const attribute = await post('/data_attributes', { model: 'contact', name: 'retired', data_type: 'string' })
    const { id } = await procedure({
      steps: [
        { type: 'set_attribute', attribute_of: 'contact', attribute_name: 'retired', value: 'x' },
        { type: 'answer', body: 'Done' },
      ],
    })
    await client.put(`/data_attributes/${attribute.id}`, { archived: true })
    const session = await running(id)
    assert.deepEqual(await words(session), ['<p>Done</p>'])
    const [{ steps }] = (await runsOf(id)) as [any]
    assert.deepEqual([steps[0].outcome, steps[0].error], ['failed', 'parameter_invalid'])
  })

  test('jobs that run twice take each step once, and a run keeps its version', async () => {
    const { id } = await procedure({
      steps: [
        { type: 'ask', body: 'Old question', save_as: 'it' },
        { type: 'answer', body: 'Old {{variables.it}}' },
      ],
    })
    const { body: session } = await run(id)
    const [job] = (await scene.takeDue()) as [Awaited<ReturnType<typeof scene.takeDue>>[0]]
    for (let n = 0; n < 3; n++) await job.task.run(scene.deps, job.payload)
    await client.put(`/parley/procedures/${id}`, { steps: [{ type: 'answer', body: 'New' }], state: 'draft' })
    await say(session, 'words')
    const due = await scene.takeDue()
    for (const { task, payload } of [...due, ...due]) await task.run(scene.deps, payload)
    assert.deepEqual(await words(session), ['<p>Old question</p>', '<p>Old words</p>'])
  })

  test('an escalating step hands over and ends; a silent user is left alone after a week', async () => {
    const { id } = await procedure({ steps: [{ type: 'escalate' }, { type: 'answer', body: 'Never' }] })
    const session = await running(id)
    assert.deepEqual(await told(session.conversation_id), ['escalated', 'complete'])
    const { ai_agent } = await conversation(session.intercom_conversation_id)
    assert.equal(ai_agent.resolution_state, 'procedure_handoff')
    const asking = await procedure({ steps: [{ type: 'ask', body: 'Well?', save_as: 'it' }] })
    const silent = await running(asking.id)
    clock.advance(7 * 86_400)
    await settle()
    assert.deepEqual((await told(silent.conversation_id)).slice(2), ['complete'])
    assert.equal((await runsOf(asking.id))[0].outcome, 'interrupted')
  })

  test('an escalation over the API ends the run', async () => {
    const { id } = await procedure({ steps: [{ type: 'ask', body: 'Well?', save_as: 'it' }] })
    const session = await running(id)
    await post('/fin/escalate', { conversation_id: session.conversation_id })
    await say(session, 'Too late')
    await settle()
    assert.deepEqual((await told(session.conversation_id)).slice(2), ['escalated', 'complete'])
    assert.equal((await runsOf(id))[0].outcome, 'interrupted')
  })

  test('the reply to a procedure that was deleted is answered as a question', async () => {
    const { id } = await procedure({ steps: [{ type: 'ask', body: 'Well?', save_as: 'it' }] })
    const session = await running(id)
    assert.equal((await client.delete(`/parley/procedures/${id}`)).status, 200)
    await say(session, 'I want to talk to a human')
    await settle()
    assert.deepEqual((await told(session.conversation_id)).slice(2), ['reply', 'escalated', 'complete'])
  })
})

suite('input of teammates', () => {
  const asking = () =>
    procedure({
      steps: [
        {
          type: 'collect_input',
          step_id: unique('step'),
          body: 'May {{contact.name}} return it?',
          seconds: 3600,
          attributes: [
            { name: 'allowed', data_type: 'boolean' },
            { name: 'way', data_type: 'list', options: [{ label: 'By mail' }, { label: 'In the shop' }] },
          ],
        },
        { type: 'answer', body: 'Return: {{variables.allowed}}, {{variables.way}}' },
      ],
    })
  const waiting = async () => {
    const { id } = await asking()
    const session = await running(id)
    const [event] = await db<{ item: any }[]>`
      select item from events where topic = 'procedure.hitl_notification.created' order by id desc limit 1`
    return { session, item: event!.item }
  }
  const give = ({ item }: { item: any }, values: object, step_id = item.step_id) =>
    client.post(`/procedures/${item.conversation_id}/collect_agent_input`, {
      step_id,
      attribute_values: Object.entries(values).map(([name, value]) => ({
        identifier: item.attributes_to_collect.find(({ label }: any) => label === name)?.identifier ?? name,
        value,
      })),
    })

  test('the notification tells the values that are needed; with them the procedure goes on', async () => {
    const asked = await waiting()
    const { session, item } = asked
    assert.equal(
      item.callback_url,
      `http://localhost/procedures/${session.intercom_conversation_id}/collect_agent_input`,
    )
    assert.equal(item.question, '<p>May Ada return it?</p>')
    const [flag, choice] = item.attributes_to_collect
    assert.match(flag.identifier, /^workflow_local_variables\./)
    for (const values of [
      { allowed: true },
      { allowed: 'yes', way: choice.options[0].id },
      { allowed: true, way: 'By mail' },
      { allowed: true, way: choice.options[0].id, other: 1 },
    ])
      assert.equal((await give(asked, values)).status, 400, JSON.stringify(values))
    const { status, body } = await give(asked, { allowed: true, way: choice.options[1].id })
    assert.deepEqual([status, body], [200, {}])
    const again = await give(asked, { allowed: true, way: choice.options[1].id })
    assert.deepEqual([again.status, again.body.errors[0].code], [409, 'conflict'])
    clock.advance(60)
    await settle()
    assert.deepEqual(await words(session), ['<p>Return: true, In the shop</p>'])
    const { hitl_events } = (await client.get(`/conversations/${session.intercom_conversation_id}/hitl_events`)).body
    assert.deepEqual(
      hitl_events.map(({ event_type }: any) => event_type),
      ['fin_consultation_started', 'fin_teammate_input_received', 'fin_consultation_finished'],
    )
    assert.equal(hitl_events[0].data.sharp_ask, 'May Ada return it?')
    assert.equal(hitl_events[2].data.reviewer_admin_id, String(scene.workspace.adminId))
  })

  test('after its time the request has expired, and the conversation is handed over', async () => {
    const asked = await waiting()
    clock.advance(3600)
    const { status, body } = await give(asked, { allowed: true })
    assert.deepEqual([status, body.errors[0].message], [404, 'This HITL request has expired'])
    await settle()
    assert.deepEqual(await told(asked.session.conversation_id), ['escalated', 'complete'])
  })

  test('a step that does not wait, another conversation, and a workspace that takes no input are refused', async () => {
    const asked = await waiting()
    const [flag, choice] = asked.item.attributes_to_collect
    const values = { [flag.label]: true, [choice.label]: choice.options[0].id }
    assert.equal((await give(asked, values, 'another')).status, 404)
    assert.equal((await give({ item: { ...asked.item, conversation_id: '0' } }, values)).status, 404)
    await client.put('/parley/fin', { takes_input: false })
    const { status, body } = await give(asked, values)
    await client.put('/parley/fin', { takes_input: true })
    assert.deepEqual([status, body.errors[0].message], [403, 'Procedures HITL API is not enabled for your app.'])
    const { token } = await scene.createWorkspace()
    const path = `/procedures/${asked.item.conversation_id}/collect_agent_input`
    const reply = await scene.clientOf(token).post(path, { step_id: asked.item.step_id, attribute_values: [] })
    assert.equal(reply.status, 404)
    await give(asked, values)
  })
})

suite('runs', () => {
  const steps = [{ type: 'answer', body: 'Hi' }]

  test('unknown, draft and untriggered procedures are not run, nor one in a session that is there', async () => {
    const live = await procedure({ steps })
    const session = await running(live.id)
    for (const [id, more, message] of [
      ['0', {}, 'Procedure not found'],
      [(await procedure({ steps, state: 'draft' })).id, {}, 'Procedure is not live'],
      [(await procedure({ steps, api_trigger: false })).id, {}, 'Procedure does not have an API trigger'],
      [live.id, { conversation_id: null }, 'conversation_id is required'],
      [live.id, { user: null }, 'User ID is required'],
      [
        live.id,
        { conversation_id: session.conversation_id },
        'Fin session already exists for this conversation. Please use /reply to continue the conversation.',
      ],
    ] as const) {
      const { status, body } = await run(id, more)
      assert.deepEqual([status, body.errors[0].code, body.errors[0].message], [400, 'parameter_invalid', message])
    }
  })

  test('the first message is that of the request, by whom it says', async () => {
    const { id } = await procedure({ steps, title: 'Refund' })
    const first = async (more: object) => {
      const { intercom_conversation_id } = await running(id, more)
      const { source } = await conversation(intercom_conversation_id)
      return [source.author.type, source.body]
    }
    assert.deepEqual(await first({}), ['bot', '<p>Refund</p>'])
    assert.deepEqual(await first({ message: { author: 'agent', body: 'Starting' } }), ['bot', '<p>Starting</p>'])
    assert.deepEqual(await first({ message: { author: 'user', body: 'Refund me' } }), ['user', '<p>Refund me</p>'])
  })

  test('users are offered the live procedures of their audience', async () => {
    const audience = { field: 'name', operator: '=', value: 'Vip' }
    const { id } = await procedure({ steps, title: 'For VIPs', description: 'Opens the lounge', audience })
    await procedure({ steps, audience, state: 'draft' })
    const offered = async (name: string) => {
      const { body } = await client.post('/fin/capabilities', { user: { id: unique('user'), name } })
      assert.equal(body.version, 'Preview')
      return body.capabilities
    }
    const mine = (await offered('Vip')).find((one: any) => one.id === id)
    assert.deepEqual(mine, {
      type: 'procedure',
      id,
      name: 'For VIPs',
      description: 'Opens the lounge',
      endpoint: `/fin/procedures/${id}/run`,
      method: 'POST',
    })
    const theirs = await offered('Other')
    assert.ok(!theirs.some((one: any) => one.id === id))
    assert.deepEqual(
      theirs.slice(-2).map(({ type, endpoint }: any) => [type, endpoint]),
      [
        ['reply', '/fin/reply'],
        ['ask', '/fin/ask'],
      ],
    )
  })

  test('a known user gets a conversation by a trigger, whose context the steps know', async () => {
    const { id } = await procedure({ steps: [{ type: 'ask', body: 'Renew {{variables.plan}}?', save_as: 'it' }] })
    const user = await post('/contacts', { external_id: unique('user') })
    const path = `/procedures/${id}/proactive_trigger`
    const begun = await post(path, { user: { id: user.external_id }, locale: 'en', context: { plan: 'Pro' } })
    assert.deepEqual([begun.status, begun.procedure_id], ['triggered', id])
    await settle()
    assert.deepEqual(await words(begun), ['<p>Renew Pro?</p>'])
    await say({ conversation_id: begun.conversation_id, user_id: user.external_id }, 'Yes')
    await settle()
    assert.equal((await told(begun.conversation_id)).at(-1), 'rating')
    assert.equal((await client.post(path, { user: { id: 'nobody' } })).status, 404)
    assert.equal((await client.post('/procedures/0/proactive_trigger', { user: { id: 'x' } })).status, 404)
    assert.equal((await client.post(path, {})).status, 400)
  })
})

suite('settings', () => {
  test('a placeholder that nothing can fill is refused by its name', async () => {
    for (const [body, key] of [
      ['Hello {{contact.bogus}}', 'contact.bogus'],
      ['Hello {{contact.custom_attributes.nowhere}}', 'contact.custom_attributes.nowhere'],
      ['Hello {{shoe}}', 'shoe'],
      ['Hello {{contact.name | upcase}}', '{{contact.name | upcase}}'],
    ]) {
      const steps = [{ type: 'escalate' }, { type: 'answer', body }]
      const { status, body: refused } = await client.post('/parley/procedures', { title: 'A test', steps })
      assert.deepEqual(
        [status, refused.errors[0].message],
        [400, `steps.1.body has a placeholder that nothing fills: ${key}. Known are ${KNOWN_KEYS}; variables (<name>)`],
      )
    }
  })

  test('a procedure shows what it was given, and a new version only for what runs differently', async () => {
    const made = await procedure({
      title: ' Refund ',
      description: 'Pays back',
      steps: [{ type: 'answer', body: 'Hi', save_as: 'x' }],
    })
    assert.partialDeepStrictEqual(made, {
      type: 'procedure',
      title: 'Refund',
      state: 'live',
      api_trigger: true,
      version: 1,
      audience: null,
      steps: [{ type: 'answer', body: 'Hi' }],
    })
    const path = `/parley/procedures/${made.id}`
    assert.equal((await client.put(path, { title: 'Other' })).body.version, 1)
    assert.equal((await client.put(path, { api_trigger: false })).body.version, 2)
    assert.deepEqual((await client.get(path)).body.title, 'Other')
    assert.ok((await client.get('/parley/procedures')).body.data.some(({ id }: any) => id === made.id))
    assert.ok(!(await client.get('/parley/workflows')).body.data.some(({ id }: any) => id === made.id))
    assert.equal((await client.get(`/export/workflows/${made.id}`)).status, 404)
  })

  test('steps that lack something, and audiences that are no query, are refused', async () => {
    for (const [details, status] of [
      [{ steps: [{ type: 'answer' }] }, 400],
      [{ steps: [{ type: 'ask', body: 'x', save_as: 'a b' }] }, 400],
      [{ steps: [{ type: 'run_connector', data_connector_id: 999_999 }] }, 404],
      [{ steps: [{ type: 'collect_input', body: 'x', attributes: [{ name: 'a', data_type: 'list' }] }] }, 400],
      [{ steps: [{ type: 'answer', body: 'x', if: { field: 'nothing', operator: '=', value: 1 } }] }, 400],
      [{ steps: [{ type: 'answer', body: 'x' }], audience: { field: 'nothing', operator: '=', value: 1 } }, 400],
    ] as const)
      assert.equal(
        (await client.post('/parley/procedures', { title: 'x', ...details })).status,
        status,
        JSON.stringify(details),
      )
  })
})

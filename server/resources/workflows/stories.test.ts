/** Workflows as people use them: mistakes, removals and slow partners among the steps. */
import assert from 'node:assert/strict'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { atFileEnd } from '../../test/endings.ts'
import { workflowScene } from './test-scene.ts'

const scene = await workflowScene()
const { client, clock, converse, conversation, post, runs, settle, takeDue, start, workflow, workspace } = scene
const unique = () => Math.random().toString(36).slice(2)

const partsOf = async (id: string): Promise<any[]> => (await conversation(id)).conversation_parts.conversation_parts
const said = async (id: string) =>
  (await partsOf(id)).filter(({ body }) => body).map(({ body }) => body.replace(/<\/?p>/g, ''))
const stepsOf = async (id: string) => (await runs(id))[0].steps.map((one: any) => [one.outcome, one.error])
const outcomes = async (id: string) => (await runs(id)).map(({ outcome }: any) => outcome)
const end = async (...ids: string[]) => {
  for (const id of ids) assert.equal((await client.delete(`/parley/workflows/${id}`)).status, 200)
}
const reply = async (talk: string, body = 'More') => {
  const [contact] = (await conversation(talk)).contacts.contacts
  return post(`/conversations/${talk}/reply`, {
    type: 'user',
    message_type: 'comment',
    intercom_user_id: contact.id,
    body,
  })
}
/** Wakes conversations whose time has come, as the worker does. */
async function wake() {
  const { wakeConversation } = await import('../conversations/wake-conversation.task.ts')
  const jobs = await scene.db<{ payload: any }[]>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'wake_conversation' and j.run_at <= ${clock.now()}
    returning j.payload`
  for (const { payload } of jobs) await wakeConversation.run(scene.deps, payload)
}

test('a workflow that tags what it looks for by that tag runs once for each event of others', async () => {
  const tag = await post('/tags', { name: unique() })
  const { id } = await workflow({
    trigger_type: 'contact_replied',
    conditions: { field: 'tag_ids', operator: '!=', value: tag.id },
    steps: [
      { type: 'tag', tag_id: tag.id },
      { type: 'reply', body: 'Tagged' },
    ],
  })
  const talk = await converse()
  await reply(talk)
  await settle()
  await reply(talk)
  await settle()
  assert.deepEqual(await outcomes(id), ['not_matched', 'completed'])
  assert.equal((await said(talk)).filter((words) => words === 'Tagged').length, 1)
  await end(id)
})

test('two workflows of one event run one after the other; a wait of the first does not hold the second', async () => {
  const first = await workflow({
    position: -1,
    trigger_type: 'inbound_conversation',
    steps: [
      { type: 'reply', body: 'First' },
      { type: 'wait', seconds: 60, keep_on_activity: true },
      { type: 'reply', body: 'Third' },
    ],
  })
  const second = await workflow({ trigger_type: 'inbound_conversation', steps: [{ type: 'reply', body: 'Second' }] })
  const talk = await converse()
  await settle()
  clock.advance(61)
  await settle()
  assert.deepEqual(await said(talk), ['First', 'Second', 'Third'])
  await end(first.id, second.id)
})

test('a conversation that is deleted while a wait is due ends the run as gone', async () => {
  const { id } = await workflow({
    trigger_type: 'inbound_conversation',
    steps: [{ type: 'wait', seconds: 60 }, { type: 'close' }],
  })
  const talk = await converse()
  await settle()
  clock.advance(61)
  assert.equal((await client.delete(`/conversations/${talk}`)).status, 200)
  await settle()
  assert.deepEqual(await outcomes(id), ['gone'])
  await end(id)
})

test('a conversation that is deleted before its run has begun ends it as gone', async () => {
  const { id } = await workflow({ trigger_type: 'inbound_conversation', steps: [{ type: 'close' }] })
  const talk = await converse()
  await start()
  assert.equal((await client.delete(`/conversations/${talk}`)).status, 200)
  await settle()
  assert.deepEqual(await outcomes(id), ['gone'])
  const other = await converse()
  assert.equal((await client.delete(`/conversations/${other}`)).status, 200)
  await settle()
  assert.ok((await outcomes(id)).every((outcome) => outcome === 'gone'))
  await end(id)
})

test('a paused workflow starts nothing, its waiting runs go on, and those of a deleted one end', async () => {
  const details = {
    trigger_type: 'inbound_conversation',
    steps: [
      { type: 'wait', seconds: 60 },
      { type: 'reply', body: 'Late' },
    ],
  }
  const [paused, deleted] = [await workflow(details), await workflow({ ...details, position: 1 })]
  const talk = await converse()
  await settle()
  await client.put(`/parley/workflows/${paused.id}`, { state: 'paused' })
  await end(deleted.id)
  await converse()
  clock.advance(61)
  await settle()
  assert.deepEqual(await said(talk), ['Late'])
  assert.deepEqual(await outcomes(paused.id), ['completed'])
  assert.deepEqual(await takeDue(), [])
  await end(paused.id)
})

const late = (words: string) => [
  { type: 'wait', seconds: 60, keep_on_activity: true },
  { type: 'reply', body: words },
]

test('a live workflow that is edited amid a run: the run keeps its version, the next has the new one', async () => {
  const { id } = await workflow({ trigger_type: 'inbound_conversation', steps: late('Old') })
  const before = await converse()
  await settle()
  const { body } = await client.put(`/parley/workflows/${id}`, { steps: late('New') })
  assert.deepEqual([body.version, body.state], [2, 'live'])
  const after = await converse()
  await settle()
  clock.advance(61)
  await settle()
  assert.deepEqual([await said(before), await said(after)], [['Old'], ['New']])
  await end(id)
})

test('a live workflow that gets another trigger starts from events after that only', async () => {
  const { id } = await workflow({ trigger_type: 'conversation_closed', steps: [{ type: 'reply', body: 'Seen' }] })
  const talk = await converse()
  await reply(talk)
  await client.put(`/parley/workflows/${id}`, { trigger_type: 'contact_replied' })
  await settle()
  assert.deepEqual(await said(talk), ['More'])
  await reply(talk, 'Again')
  await settle()
  assert.deepEqual(await said(talk), ['More', 'Again', 'Seen'])
  await end(id)
})

test('steps that name a removed admin, team or tag fail by themselves, and an edit tells them', async () => {
  const { id: team } = await post('/parley/teams', { name: unique(), admin_ids: [] })
  const tag = await post('/tags', { name: unique() })
  const admin = await post('/parley/admins', { name: 'Leaving', email: `${unique()}@example.com` })
  const steps = [
    { type: 'assign', assignee_type: 'admin', assignee_id: admin.id },
    { type: 'assign', assignee_type: 'team', assignee_id: team },
    { type: 'tag', tag_id: tag.id },
    { type: 'untag', tag_id: tag.id },
    { type: 'reply', body: 'Still here' },
  ]
  const { id } = await workflow({ trigger_type: 'inbound_conversation', steps })
  assert.equal((await client.delete(`/parley/teams/${team}`)).status, 200)
  assert.equal((await client.delete(`/tags/${tag.id}`)).status, 200)
  const gone = await client.delete(`/parley/admins/${admin.id}`)
  assert.equal(gone.status, 200, gone.text)
  const talk = await converse()
  await settle()
  assert.deepEqual(await stepsOf(id), [
    ['failed', 'assignee_not_found'],
    ['failed', 'assignee_not_found'],
    ['failed', 'tag_not_found'],
    ['skipped', null],
    ['done', null],
  ])
  assert.deepEqual(await said(talk), ['Still here'])
  assert.equal((await client.put(`/parley/workflows/${id}`, { title: 'Renamed' })).status, 200)
  const edited = await client.put(`/parley/workflows/${id}`, { conditions: null })
  assert.equal(edited.status, 404, edited.text)
  await end(id)
})

test('a connector that answers 500, cuts off or answers a huge body fails its step alone', async () => {
  const answers: Record<string, (response: ServerResponse) => unknown> = {
    '/broken': (response) => response.writeHead(500).end('{"error":"no"}'),
    '/cut': (response) => response.destroy(),
    '/huge': (response) => response.end(Buffer.alloc(2 * 1024 * 1024, 'a')),
  }
  const server = createServer((request, response) => answers[request.url!]!(response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  atFileEnd(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const steps: object[] = []
  for (const path of Object.keys(answers)) {
    const made = await post('/data_connectors', { name: path, url: `http://127.0.0.1:${port}${path}` })
    await client.patch(`/data_connectors/${made.id}`, { state: 'live' })
    steps.push({ type: 'run_connector', data_connector_id: made.id })
  }
  const { id } = await workflow({
    trigger_type: 'inbound_conversation',
    steps: [...steps, { type: 'reply', body: 'After all' }],
  })
  const talk = await converse()
  await settle()
  assert.deepEqual(await stepsOf(id), [
    ['failed', '3rd_party_error'],
    ['failed', '3rd_party_error'],
    ['failed', 'faraday_error'],
    ['done', null],
  ])
  assert.deepEqual(await said(talk), ['After all'])
  await end(id)
})

test('a question that nobody answers ends its run, and later words start no step of it', async () => {
  const { id } = await workflow({
    trigger_type: 'inbound_conversation',
    steps: [
      { type: 'ask', body: 'Which order?', seconds: 60 },
      { type: 'reply', body: 'Thanks' },
    ],
  })
  const talk = await converse()
  await settle()
  clock.advance(61)
  await settle()
  await reply(talk)
  await settle()
  assert.deepEqual([await outcomes(id), (await said(talk)).includes('Thanks')], [['unanswered'], false])
  await end(id)
})

test('a conversation that a workflow snoozes wakes in time, and starts other workflows, not that one again', async () => {
  const other = await workflow({ trigger_type: 'conversation_unsnoozed', steps: [{ type: 'reply', body: 'Awake' }] })
  const snoozing = await workflow({
    position: 1,
    trigger_type: 'conversation_unsnoozed',
    steps: [{ type: 'snooze', seconds: 60 }],
  })
  const talk = await converse()
  const snoozed_until = Math.floor(clock.now().getTime() / 1000) + 30
  await post(`/conversations/${talk}/parts`, {
    message_type: 'snoozed',
    admin_id: String(workspace.adminId),
    snoozed_until,
  })
  clock.advance(31)
  await wake()
  await settle()
  assert.equal((await conversation(talk)).state, 'snoozed')
  for (let round = 0; round < 3; round++) {
    clock.advance(61)
    await wake()
    await settle()
  }
  assert.equal((await conversation(talk)).state, 'open')
  assert.deepEqual([(await runs(snoozing.id)).length, (await runs(other.id)).length], [1, 2])
  await end(snoozing.id)
  await post(`/conversations/${talk}/parts`, {
    message_type: 'snoozed',
    admin_id: String(workspace.adminId),
    snoozed_until: Math.floor(clock.now().getTime() / 1000) + 30,
  })
  clock.advance(31)
  await wake()
  await settle()
  assert.equal((await runs(other.id)).length, 3)
  await end(other.id)
})

test('words of the bot do not wake what its workflow snoozed, and the wake-up does not end a wait', async () => {
  const { id } = await workflow({
    trigger_type: 'inbound_conversation',
    steps: [
      { type: 'snooze', seconds: 60 },
      { type: 'reply', body: 'We are asleep' },
      { type: 'wait', seconds: 90 },
      { type: 'reply', body: 'Good morning' },
    ],
  })
  const talk = await converse()
  await settle()
  assert.equal((await conversation(talk)).state, 'snoozed')
  clock.advance(61)
  await wake()
  clock.advance(30)
  await settle()
  assert.deepEqual([await outcomes(id), await said(talk)], [['completed'], ['We are asleep', 'Good morning']])
  await end(id)
})

test('a reply of a placeholder without a value says nothing, and the run goes on', async () => {
  const { id } = await workflow({
    trigger_type: 'inbound_conversation',
    steps: [
      { type: 'reply', body: '{{company.name}}' },
      { type: 'reply', body: 'Dear {{company.name}}, hello' },
    ],
  })
  const talk = await converse()
  await settle()
  assert.deepEqual(await said(talk), ['Dear, hello'])
  assert.deepEqual(
    (await stepsOf(id)).map(([outcome]: [string]) => outcome),
    ['skipped', 'done'],
  )
  await end(id)
})

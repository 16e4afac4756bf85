import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { untilWaiting } from '../../test/until.ts'
import { finScene } from '../fin/test-scene.ts'

const scene = await finScene()
const { client, clock, conversation, db, post, say, settle, told, unique, workspace } = scene

const { id: team } = await post('/parley/teams', { name: 'Support' })
await client.put('/parley/fin', { assignee_type: 'team', assignee_id: team })

const procedure = (...steps: object[]): Promise<any> =>
  post('/parley/procedures', { title: 'A test', state: 'live', steps })
const begin = (id: string): Promise<any> =>
  post(`/fin/procedures/${id}/run`, { conversation_id: unique('run'), user: { id: unique('user') } })
const remove = async (id: string) => assert.equal((await client.delete(`/parley/procedures/${id}`)).status, 200)

const COLLECT = { type: 'collect_input', body: 'May they?', attributes: [{ name: 'ok', data_type: 'boolean' }] }
const collecting = async () => {
  const { id } = await procedure(COLLECT)
  const session = await begin(id)
  await settle()
  return { id, session, talk: session.intercom_conversation_id }
}
const outcomesOf = async (talk: string) =>
  (await client.get(`/conversations/${talk}/hitl_events`)).body.hitl_events.map(({ data }: any) => data.outcome)

const handedOver = async ({ conversation_id, intercom_conversation_id }: any) => {
  assert.deepEqual(await told(conversation_id), ['escalated', 'complete'])
  assert.equal((await scene.events(conversation_id))[0].reason, 'Routed to team')
  const { ai_agent, team_assignee_id } = await conversation(intercom_conversation_id)
  assert.deepEqual([ai_agent.resolution_state, String(team_assignee_id)], ['procedure_handoff', team])
}

suite('the deletion of a procedure', () => {
  test('hands over a session that waits for a teammate, and tells the consultation', async () => {
    const { id, session, talk } = await collecting()
    clock.advance(60)
    await remove(id)
    assert.deepEqual(await outcomesOf(talk), [undefined, 'deleted'])
    await settle()
    await handedOver(session)
    assert.equal((await say(session, 'Hello?')).status, 'escalated')
    clock.advance(86_400)
    await settle()
    assert.deepEqual(await told(session.conversation_id), ['escalated', 'complete'])
  })

  test('leaves the conversation to the teammate who wrote in it meanwhile', async () => {
    const { id, session, talk } = await collecting()
    const by = { type: 'admin', admin_id: workspace.adminId }
    await post(`/conversations/${talk}/parts`, {
      ...by,
      message_type: 'assignment',
      assignee_id: String(workspace.adminId),
    })
    await remove(id)
    await settle()
    assert.deepEqual(await told(session.conversation_id), ['escalated', 'complete'])
    const { admin_assignee_id, team_assignee_id } = await conversation(talk)
    assert.deepEqual([String(admin_assignee_id), team_assignee_id ?? 0], [String(workspace.adminId), 0])
  })

  test('hands over a session whose next step has not been taken', async () => {
    const { id } = await procedure({ type: 'answer', body: 'Never said' })
    const session = await begin(id)
    await remove(id)
    await settle()
    await handedOver(session)
  })

  test('leaves a user to the agent who wrote before the session was handed over, and a job that runs twice changes nothing', async () => {
    const { id, session } = await collecting()
    const other = await begin(id)
    await settle()
    await remove(id)
    await say(session, 'I want to talk to a human')
    const due = await scene.takeDue()
    for (const { task, payload } of [...due, ...due]) await task.run(scene.deps, payload)
    assert.deepEqual(await told(session.conversation_id), ['reply', 'escalated', 'complete'])
    assert.deepEqual(await told(other.conversation_id), ['escalated', 'complete'])
  })

  test('ends the wait in a conversation that is deleted before its session is handed over', async () => {
    const { id, talk, session } = await collecting()
    await remove(id)
    await client.delete(`/conversations/${talk}`)
    await settle()
    assert.deepEqual(await told(session.conversation_id), [])
  })

  test('leaves alone a session that waits for its user', async () => {
    const { id } = await procedure({ type: 'ask', body: 'Well?', save_as: 'it' })
    const session = await begin(id)
    await settle()
    await remove(id)
    assert.deepEqual(await told(session.conversation_id), ['reply', 'awaiting_user_reply'])
    assert.equal((await say(session, 'Yes')).status, 'thinking')
  })

  test('ends a session whose user does not reply when its question would have ended', async () => {
    const { id } = await procedure({ type: 'ask', body: 'Well?', save_as: 'it' })
    const [silent, human] = [await begin(id), await begin(id)]
    await settle()
    clock.advance(86_400)
    await remove(id)
    await settle()
    clock.advance(5 * 86_400)
    await settle()
    assert.deepEqual(await told(silent.conversation_id), ['reply', 'awaiting_user_reply'])
    await say(human, 'I want to talk to a human')
    await settle()
    clock.advance(86_400)
    await settle()
    assert.deepEqual(await told(silent.conversation_id), ['reply', 'awaiting_user_reply', 'complete'])
    assert.equal((await conversation(silent.intercom_conversation_id)).state, 'closed')
    const replied = ['reply', 'awaiting_user_reply', 'reply', 'escalated', 'complete']
    assert.deepEqual(await told(human.conversation_id), replied)
    assert.equal((await conversation(human.intercom_conversation_id)).state, 'open')
    clock.advance(86_400)
    await settle()
    assert.equal((await told(silent.conversation_id)).length, 3)
  })

  test('comes before a request that would run it, or after it', async () => {
    const { id } = await procedure(COLLECT)
    const requests: (() => Promise<{ status: number; text: string }>)[] = [
      () => client.post(`/fin/procedures/${id}/run`, { conversation_id: unique('run'), user: { id: unique('user') } }),
      async () => client.post(`/procedures/${id}/proactive_trigger`, { user: { id: await user() } }),
    ]
    const sent: Promise<{ status: number; text: string }>[] = []
    await db.begin(async (tx) => {
      await tx`delete from workflows where workspace_id = ${workspace.id} and id = ${id}`
      sent.push(...requests.map((send) => send()))
      await untilWaiting(db, requests.length)
    })
    const replies = await Promise.all(sent)
    assert.deepEqual(
      replies.map(({ status }) => status),
      [400, 404],
    )
    for (const { text } of replies) assert.match(text, /Procedure not found/)
  })
})

const user = async (): Promise<string> => (await post('/contacts', { external_id: unique('user') })).external_id

test('a question to teammates that expires leaves the conversation to the one who has it', async () => {
  const { session, talk } = await collecting()
  await post(`/conversations/${talk}/reply`, {
    type: 'admin',
    admin_id: workspace.adminId,
    message_type: 'comment',
    body: 'I look into it.',
  })
  clock.advance(86_400)
  await settle()
  assert.deepEqual(await told(session.conversation_id), ['escalated', 'complete'])
  assert.ok(!(await conversation(talk)).team_assignee_id)
})

/** Runs of procedures whose last words are refused: the end of a wait, or of the run itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finScene } from '../fin/test-scene.ts'

const scene = await finScene()
const { client, clock, conversation, db, post, settle, told, unique, workspace } = scene
const { id: team } = await post('/parley/teams', { name: 'Support' })
await client.put('/parley/fin', { assignee_type: 'team', assignee_id: team })

const begin = async (steps: object[]) => {
  const { id } = await post('/parley/procedures', { title: 'A test', state: 'live', steps })
  const session = await post(`/fin/procedures/${id}/run`, {
    conversation_id: unique('run'),
    user: { id: unique('user') },
  })
  const run = async () => (await client.get(`/parley/procedures/${id}/runs`)).body.data[0]
  return { session, run }
}

/** Every operation of a bot that is gone is refused. */
async function withoutBot(work: () => Promise<void>): Promise<void> {
  const change = (at: Date | null) =>
    db`update admins set removed_at = ${at} where workspace_id = ${workspace.id} and kind = 'operator'`
  await change(clock.now())
  try {
    await work()
  } finally {
    await change(null)
  }
}

test('the end of a run that is refused interrupts it once, and no step is marked', async () => {
  const { session, run } = await begin([{ type: 'answer', body: 'Done.' }])
  await withoutBot(() => settle())
  const { state, outcome, error, steps } = await run()
  assert.deepEqual([state, outcome, error], ['ended', 'interrupted', 'admin_not_found'])
  assert.deepEqual(
    steps.map((one: any) => [one.step, one.outcome]),
    [[0, 'done']],
  )
  assert.deepEqual(await told(session.conversation_id), ['reply', 'escalated', 'complete'])
  const { state: open, ai_agent } = await conversation(session.intercom_conversation_id)
  assert.deepEqual([open, ai_agent.resolution_state], ['open', 'escalated'])
})

test('the end of a wait that is refused interrupts the run, and the step after the wait is not taken', async () => {
  const { session, run } = await begin([
    {
      type: 'collect_input',
      body: 'May they?',
      attributes: [{ name: 'allowed', data_type: 'boolean' }],
      seconds: 3600,
    },
    { type: 'answer', body: 'Never said' },
  ])
  await settle()
  clock.advance(3600)
  await withoutBot(() => settle())
  const { state, outcome, error, steps } = await run()
  assert.deepEqual([state, outcome, error], ['ended', 'interrupted', 'admin_not_found'])
  assert.deepEqual(
    steps.map((one: any) => [one.step, one.outcome]),
    [[0, 'done']],
  )
  assert.deepEqual(await told(session.conversation_id), ['escalated', 'complete'])
  const { hitl_events } = (await client.get(`/conversations/${session.intercom_conversation_id}/hitl_events`)).body
  assert.equal(hitl_events.at(-1)?.data.outcome, 'failed')
})

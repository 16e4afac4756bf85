/** Jobs of sessions and of runs as the queue has them: whose share they take, what takes their place, how often they are tried. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { deliveries, tasks } from '../../tasks.ts'
import { advanceWorkflowRuns } from '../workflows/advance-run.task.ts'
import { createRunStarter } from '../workflows/start-runs.ts'
import { answerFinTurn } from './answer-turn.task.ts'
import { endQuietFinSessions } from './end-quiet.task.ts'
import { finScene } from './test-scene.ts'

const scene = await finScene()
const { article, client, clock, db, deps, post, say, settle, start, unique, workspace } = scene
await article('Reset your password', 'To reset your password, open Settings and choose Security.')
const QUESTION = 'How do I reset my password?'

interface Queued {
  key: string | null
  flags: string[]
  priority: number
  queue: number | null
  max_attempts: number
  run_at: string
}

/** The jobs of a task whose payload has a value. */
const jobsOf = async (task: string, payload: object): Promise<Queued[]> =>
  (
    await db<Queued[]>`
      select j.key, j.priority, j.job_queue_id as queue, j.max_attempts, j.run_at,
        array(select jsonb_object_keys(coalesce(j.flags, '{}'))) as flags
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = ${task} and j.payload::jsonb @> ${payload as never}::jsonb order by j.id`
  ).map((job) => ({ ...job, run_at: new Date(job.run_at).toISOString() }))

const sessionOf = async (externalId: string): Promise<number> => {
  const [row] = await db<[{ id: number }]>`
    select id from fin_sessions where workspace_id = ${workspace.id} and external_id = ${externalId}`
  return row.id
}
const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000).toISOString()

const OF_WORKSPACE = `workspace ${workspace.id}`
/** A job whose attempts fail is tried for three days, and none waits for another. */
const USUAL = { priority: 0, queue: null, max_attempts: 25 }

test('answers and runs, which wait for other servers, keep to the share of their workspace', () => {
  for (const task of [answerFinTurn, advanceWorkflowRuns]) {
    assert.ok(deliveries.includes(task) && !tasks.includes(task), task.name)
    assert.equal(task.sharing, true, task.name)
  }
  assert.ok(tasks.includes(endQuietFinSessions))
  assert.equal(endQuietFinSessions.sharing, undefined)
})

suite('jobs of sessions', () => {
  test('a message is answered at once, in the share of its workspace, and each message has a job', async () => {
    const session = await start(QUESTION)
    await say(session, 'Please')
    const session_id = await sessionOf(session.conversation_id)
    const jobs = await jobsOf(answerFinTurn.name, { session_id })
    const expected = { ...USUAL, key: null, flags: [OF_WORKSPACE], run_at: inMinutes(0) }
    assert.deepEqual(jobs, [expected, expected])
    await settle()
  })

  test('a silence ends by one job, which the silence after the next answer takes over', async () => {
    const session = await start(QUESTION)
    await settle()
    const session_id = await sessionOf(session.conversation_id)
    const quiet = { ...USUAL, key: `fin_quiet:${workspace.id}:${session_id}`, flags: [] }
    assert.deepEqual(await jobsOf(endQuietFinSessions.name, { session_id }), [{ ...quiet, run_at: inMinutes(15) }])
    clock.advance(60)
    await say(session, QUESTION)
    await settle()
    assert.deepEqual(await jobsOf(endQuietFinSessions.name, { session_id }), [{ ...quiet, run_at: inMinutes(15) }])
  })
})

suite('jobs of runs', () => {
  const queuedRuns = (id: string) =>
    jobsOf(advanceWorkflowRuns.name, { workspace_id: workspace.id, runs: [{ id: Number(id) }] })
  const lastRun = async (path: string): Promise<string> => (await client.get(`${path}/runs`)).body.data[0].id

  test('a procedure begins at once, waits by one job under its key, and a reply takes it on', async () => {
    const steps = [{ type: 'ask', body: 'Well?', save_as: 'it' }]
    const { id } = await post('/parley/procedures', { title: 'A test', state: 'live', steps })
    const body = { conversation_id: unique('run'), user: { id: unique('user') } }
    const session = await post(`/fin/procedures/${id}/run`, body)
    const run = await lastRun(`/parley/procedures/${id}`)
    const atOnce = { ...USUAL, key: null, flags: [OF_WORKSPACE], run_at: inMinutes(0) }
    assert.deepEqual(await queuedRuns(run), [atOnce])
    await settle()
    const wait = { ...atOnce, key: `workflow_run:${workspace.id}:${run}`, run_at: inMinutes(7 * 24 * 60) }
    assert.deepEqual(await queuedRuns(run), [wait])
    await say(session, 'Yes')
    assert.deepEqual(await queuedRuns(run), [wait, atOnce])
    await settle()
  })

  test('a workflow begins, and goes on with an answer, in the share of its workspace', async () => {
    const { id } = await post('/parley/workflows', {
      title: 'A test',
      state: 'live',
      trigger_type: 'inbound_conversation',
      steps: [{ type: 'ask', body: 'Well?', seconds: 60 }],
    })
    const contact = await post('/contacts', { external_id: unique('user') })
    const from = { type: 'user', id: contact.id }
    const { conversation_id } = await post('/conversations', { from, body: 'Hello' })
    const startRuns = createRunStarter(deps)
    await startRuns()
    const run = await lastRun(`/parley/workflows/${id}`)
    const atOnce = { ...USUAL, key: null, flags: [OF_WORKSPACE], run_at: inMinutes(0) }
    assert.deepEqual(await queuedRuns(run), [atOnce])
    await settle()
    const wait = { ...atOnce, key: `workflow_run:${workspace.id}:${run}`, run_at: inMinutes(1) }
    assert.deepEqual(await queuedRuns(run), [wait])
    await post(`/conversations/${conversation_id}/reply`, {
      type: 'user',
      message_type: 'comment',
      intercom_user_id: contact.id,
      body: 'Yes',
    })
    await startRuns()
    assert.deepEqual(await queuedRuns(run), [wait, atOnce])
  })
})

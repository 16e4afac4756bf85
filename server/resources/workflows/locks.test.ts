/** Steps of runs beside redactions of the same conversation: both hold the conversation, the run and the session. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finScene } from '../fin/test-scene.ts'
import { createRunStarter } from './start-runs.ts'

const scene = await finScene()
const { client, conversation, deps, post, settle, unique } = scene
const startRuns = createRunStarter(deps)

const ROUNDS = 6
const REDACTIONS = 12
const STEPS = 8
const bodies = (type: string) => Array.from({ length: STEPS }, (_, n) => ({ type, body: `Step ${n}` }))

async function redact(id: string): Promise<void> {
  const { source } = await conversation(id)
  for (let n = 0; n < REDACTIONS; n++) {
    const body = { type: 'source', conversation_id: id, source_id: source.id }
    assert.equal((await client.post('/conversations/redact', body)).status, 200)
  }
}
const saidIn = async (id: string) =>
  (await conversation(id)).conversation_parts.conversation_parts.filter(({ part_type }: any) => part_type === 'comment')

test('the steps of a procedure and redactions do not lock each other out', async () => {
  const { id } = await post('/parley/procedures', { title: 'A test', state: 'live', steps: bodies('answer') })
  for (let round = 0; round < ROUNDS; round++) {
    const { intercom_conversation_id: talk } = await post(`/fin/procedures/${id}/run`, {
      conversation_id: unique('run'),
      user: { id: unique('user') },
      message: scene.message('My PIN is 4711'),
    })
    await Promise.all([settle(), redact(talk)])
    assert.equal((await saidIn(talk)).length, STEPS)
  }
})

test('replies in a session whose procedure waits, and redactions do not lock each other out', async () => {
  const steps = bodies('ask').map((step, n) => ({ ...step, save_as: `answer${n}` }))
  const { id } = await post('/parley/procedures', { title: 'A test', state: 'live', steps })
  const session = await post(`/fin/procedures/${id}/run`, {
    conversation_id: unique('run'),
    user: { id: unique('user') },
    message: scene.message('My PIN is 4711'),
  })
  await settle()
  const reply = async () => {
    for (let n = 0; n < STEPS; n++) {
      await scene.say(session, `Answer ${n}`)
      await settle()
    }
  }
  await Promise.all([reply(), redact(session.intercom_conversation_id)])
  assert.equal((await scene.told(session.conversation_id)).at(-2), 'complete')
})

test('the steps of a workflow and redactions do not lock each other out', async () => {
  const details = { title: 'A test', state: 'live', trigger_type: 'inbound_conversation', steps: bodies('reply') }
  await post('/parley/workflows', details)
  for (let round = 0; round < ROUNDS; round++) {
    const { id: lead } = await post('/contacts', { role: 'lead' })
    const { conversation_id: talk } = await post('/conversations', { from: { type: 'lead', id: lead }, body: 'My PIN' })
    await startRuns()
    await Promise.all([settle(), redact(talk)])
    assert.equal((await saidIn(talk)).length, STEPS)
  }
})

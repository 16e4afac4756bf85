/** Events of a session over webhooks. */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { webhookScene } from '../../webhooks/test-scene.ts'
import { runFinJobs } from './test-jobs.ts'

const scene = await webhookScene()
const client = scene.client({ version: 'Preview' })
const TOPICS = ['fin_replied', 'fin_status_updated', 'csat_requested']
let number = 0

/** A session in which nothing is found. */
async function escalate() {
  const conversation_id = `ext-${++number}`
  const message = { author: 'user', body: 'Which gearbox oil?', timestamp: '2026-01-15T12:00:00Z' }
  const { status } = await client.post('/fin/start', { conversation_id, message, user: { id: 'u' } })
  assert.equal(status, 200)
  await runFinJobs(scene, scene.workspace.id)
  await scene.tell()
  return conversation_id
}

test('events go without an envelope, signed with SHA-256', async () => {
  const { secret } = await scene.listen('/fin', TOPICS, { api_version: '2.16' })
  const conversation_id = await escalate()
  const told = scene.receiver.at('/fin').toSorted((a, b) => a.raw.localeCompare(b.raw))
  assert.deepEqual(told.map(({ body }) => [body.event_name, body.status, body.conversation_id]).toSorted(), [
    ['fin_replied', 'replying', conversation_id],
    ['fin_status_updated', 'complete', conversation_id],
    ['fin_status_updated', 'escalated', conversation_id],
  ])
  for (const { raw, headers } of told) {
    const expected = createHmac('sha256', secret).update(raw).digest('hex')
    assert.equal(headers['x-fin-agent-api-webhook-signature'], expected)
    assert.equal(headers['x-hub-signature'], undefined)
  }
})

test('a version before 2.16 is told the end of a turn with the reply alone', async () => {
  const { id } = await scene.listen('/older', TOPICS, { api_version: '2.15' })
  const author_id = scene.workspace.adminId
  await client.post('/articles', {
    title: 'Gearbox oil',
    body: '<p>Which gearbox oil: take 75W-90.</p>',
    author_id,
    state: 'published',
  })
  await escalate()
  assert.deepEqual(
    scene.receiver.at('/older').map(({ body }) => [body.event_name, body.status]),
    [['fin_replied', 'awaiting_user_reply']],
  )
  const states = await scene.db`select state from webhook_notifications where webhook_id = ${id} order by event_id`
  assert.deepEqual(
    states.map(({ state }) => state),
    ['delivered', 'dropped'],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isoSeconds, unix } from '../../clock.ts'
import { testApp } from '../../test/app.ts'
import { newConversation } from '../conversations/test-scene.ts'

const app = await testApp()
const client = app.client({ version: '2.17' })
const now = () => unix(app.clock.now())
const reviewer_admin_id = String(app.workspace.adminId)

const started = (ago: number) => ({
  event_type: 'fin_consultation_started',
  happened_at: now() - ago,
  data: { channel: 'messenger', confidence_percent: 40, customer_question: 'May I return it?' },
})
const finished = (ago: number, data: object = { outcome: 'approved' }) => ({
  event_type: 'fin_consultation_finished',
  happened_at: now() - ago,
  data,
})
const input = (ago: number, data: object = {}) => ({
  event_type: 'fin_teammate_input_received',
  happened_at: now() - ago,
  data: { round_index: 1, teammate_input: 'Within 30 days', reviewer_admin_id: Number(reviewer_admin_id), ...data },
})

const record = ({ path }: { path: string }, events: object[]) => client.post(`/parley${path}/hitl_events`, { events })
const list = async ({ path }: { path: string }) => (await client.get(`${path}/hitl_events`)).body

test('consultations that have ended are listed step by step, oldest first', async () => {
  const conversation = await newConversation(client)
  assert.deepEqual(await list(conversation), { hitl_events: [] })
  const later = await record(conversation, [started(50), finished(20)])
  const { status, body } = await record(conversation, [started(300), input(200), finished(100)])
  assert.equal(status, 200)
  const [first, second, third] = body.hitl_events
  assert.deepEqual(first, {
    event_type: 'fin_consultation_started',
    data: {
      channel: 'messenger',
      rule_threshold_percent: null,
      confidence_percent: 40,
      sharp_ask: null,
      ask_rationale: null,
      issue_summary: null,
      customer_question: 'May I return it?',
    },
    timestamp: isoSeconds(new Date((now() - 300) * 1000)),
  })
  assert.equal(second.data.reviewer_admin_id, reviewer_admin_id)
  assert.deepEqual(third.data, {
    outcome: 'approved',
    approved_draft_type: null,
    final_draft: null,
    sent_text: null,
    reviewer_admin_id: null,
    duration_seconds: 200,
    rounds_count: 1,
    payload_truncated: false,
  })
  const listed = (await list(conversation)).hitl_events
  assert.deepEqual(listed, [...body.hitl_events, ...later.body.hitl_events])
  // In the order of their kind, which the database does not keep.
  assert.deepEqual(Object.keys(listed[0].data), Object.keys(first.data))
})

test('a consultation that is not whole, in disorder, or has other details is refused', async () => {
  const conversation = await newConversation(client)
  for (const [events, status, code] of [
    [[started(10)], 400, 'parameter_invalid'],
    [[started(10), input(5)], 400, 'parameter_invalid'],
    [[finished(10), started(5)], 400, 'parameter_invalid'],
    [[started(10), started(9), finished(5)], 400, 'parameter_invalid'],
    [[started(5), finished(10)], 400, 'parameter_invalid'],
    [[started(5), finished(-61)], 400, 'parameter_invalid'],
    [[started(5), finished(0, { draft: 'x' })], 400, 'parameter_invalid'],
    [[started(5), finished(0, { constructor: 'x' })], 400, 'parameter_invalid'],
    [[started(5), finished(0, { outcome: 7 })], 400, 'parameter_invalid'],
    [[started(5), finished(0, { payload_truncated: 'no' })], 400, 'parameter_invalid'],
    [[started(5), input(3, { reviewer_admin_id: 1 }), finished(0)], 404, 'admin_not_found'],
    [[started(5), input(3, { reviewer_admin_id: 'x' }), finished(0)], 400, 'parameter_invalid'],
  ] as const) {
    const { status: answered, body } = await record(conversation, [...events])
    assert.deepEqual([answered, body.errors?.[0].code], [status, code], JSON.stringify(events))
  }
  assert.deepEqual(await list(conversation), { hitl_events: [] })
})

test('events go with their conversation, and no older version lists them', async () => {
  const conversation = await newConversation(client)
  await record(conversation, [started(10), finished(5)])
  assert.equal((await app.client({ version: '2.16' }).get(`${conversation.path}/hitl_events`)).status, 400)
  await client.delete(conversation.path)
  assert.equal((await client.get(`${conversation.path}/hitl_events`)).status, 404)
  assert.equal((await app.db`select from hitl_events where thread_id = ${conversation.id}`).length, 0)
})

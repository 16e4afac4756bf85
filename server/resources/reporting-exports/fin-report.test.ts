/** Columns of reports about the AI agent: the values that conversations show. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { rowsOf, runJob, untar, type Row } from '../../exports/test-scene.ts'
import { finScene } from '../fin/test-scene.ts'

const scene = await finScene()
const { app, client, clock, conversation, post, say, settle, start, workspace } = scene
const admin_id = workspace.adminId

await scene.article('Reset your password', 'To reset your password, open Settings and choose Security.')
await scene.article('Oil the winch, yearly', 'Oil the winch every spring with a brush.')
const QUESTION = 'How do I reset my password?'

const AGENT = [
  'fin_ai_agent_participated',
  'fin_ai_agent_last_sent_answer_type',
  'fin_ai_agent_resolution_state',
  'fin_ai_agent_deflected',
  'fin_ai_agent_content_references',
]
const RATING = ['fin_ai_agent_rating', 'fin_ai_agent_rating_remark', 'fin_ai_agent_rating_updated_at']

async function rows(dataset_id: string, attributes: string[]): Promise<Row[]> {
  const { job_identifier: id } = await post('/export/reporting_data/enqueue', {
    dataset_id,
    attribute_ids: ['conversation_id', ...attributes],
    start_time: 0,
    end_time: Math.floor(clock.now().getTime() / 1000) + 1,
  })
  await runJob(scene, workspace, id)
  const reply = await app.inject({
    url: `/download/reporting_data/${id}`,
    headers: { authorization: `Bearer ${workspace.token}`, accept: 'application/octet-stream' },
  })
  return rowsOf((await untar(reply.rawPayload))[`${dataset_id}.csv`]!)
}
const rowOf = async (dataset: string, id: string, attributes: string[]): Promise<string[]> => {
  const row = (await rows(dataset, attributes)).find((one) => one['conversation_id'] === id)
  return attributes.map((name) => row?.[name] ?? 'no row')
}

/** The cells that the conversation on the wire gives. */
async function expectedOf(id: string): Promise<string[]> {
  const { ai_agent: agent, ai_agent_participated, statistics } = await conversation(id)
  const resolved = ['assumed_resolution', 'confirmed_resolution'].includes(agent?.resolution_state)
  const sources: any[] = agent?.content_sources.content_sources ?? []
  return [
    String(ai_agent_participated),
    agent?.last_answer_type ?? '',
    agent?.resolution_state ?? '',
    agent ? String(resolved && statistics.first_admin_reply_at === null) : '',
    sources.map(({ title }) => title).join(', '),
  ]
}

async function answered(question = QUESTION) {
  const session = await start(question)
  await settle()
  return session
}

suite('the agent in a report on conversations', () => {
  test('an answer has its kind, its sources and its outcome', async () => {
    const session = await answered()
    await say(session, 'When do I oil the winch?')
    await settle()
    const { intercom_conversation_id: id } = session
    const cells = await rowOf('conversation', id, AGENT)
    assert.deepEqual(cells, [
      'true',
      'ai_answer',
      'assumed_resolution',
      'true',
      'Reset your password, Oil the winch, yearly',
    ])
    assert.deepEqual(cells, await expectedOf(id))
  })

  test('a handover deflects nothing, nor does an answer that a teammate added to', async () => {
    const lost = await answered('Which gearbox oil for a combine?')
    const helped = await answered()
    const id = helped.intercom_conversation_id
    await post(`/conversations/${id}/reply`, { type: 'admin', admin_id, message_type: 'comment', body: 'And me' })
    for (const one of [lost.intercom_conversation_id, id]) {
      const cells = await rowOf('conversation', one, AGENT)
      assert.equal(cells[3], 'false')
      assert.deepEqual(cells, await expectedOf(one))
    }
    assert.deepEqual(await rowOf('conversation', lost.intercom_conversation_id, AGENT), [
      'true',
      '',
      'escalated',
      'false',
      '',
    ])
  })

  test('a conversation without the agent has none of it', async () => {
    const { id } = await post('/contacts', { external_id: scene.unique('user') })
    const { conversation_id } = await post('/conversations', { from: { type: 'user', id }, body: 'Hello' })
    const cells = await rowOf('conversation', conversation_id, [...AGENT, ...RATING])
    assert.deepEqual(cells, ['false', '', '', '', '', '', '', ''])
    assert.deepEqual(cells.slice(0, AGENT.length), await expectedOf(conversation_id))
  })

  test('a rating has its number, its remark and its time, for the ticket of the conversation too', async () => {
    const session = await answered()
    await say(session, 'Thanks!')
    await settle()
    clock.advance(3600)
    await post('/fin/csat', { conversation_id: session.conversation_id, rating: 'good', remark: 'Quick' })
    const { intercom_conversation_id: id } = session
    const time = clock.now().toISOString().slice(0, 19).replace('T', ' ')
    assert.deepEqual(await rowOf('conversation', id, RATING), ['4', 'Quick', time])
    const { id: type } = await post('/ticket_types', { name: 'A type', category: 'Customer' })
    await post(`/conversations/${id}/convert`, { ticket_type_id: type })
    assert.deepEqual(await rowOf('tickets', id, RATING), ['4', 'Quick', time])
  })

  test('a deleted conversation that counts in reports keeps the outcome, and no words', async () => {
    const session = await answered()
    await say(session, 'Thanks!')
    await settle()
    await post('/fin/csat', { conversation_id: session.conversation_id, rating: 'bad', remark: 'Too slow' })
    const { intercom_conversation_id: id } = session
    assert.equal((await client.delete(`/conversations/${id}?retain_metrics=true`)).status, 200)
    assert.deepEqual((await rowOf('conversation', id, [...AGENT, ...RATING])).slice(0, -1), [
      'true',
      'ai_answer',
      'confirmed_resolution',
      'true',
      'Reset your password',
      '2',
      '',
    ])
  })
})

test('a report on ratings tells whether the agent took part', async () => {
  const session = await answered()
  const { intercom_conversation_id: id } = session
  await scene.db`
    update threads set rating_requested_at = ${clock.now()} where workspace_id = ${workspace.id} and id = ${id}`
  assert.deepEqual(await rowOf('conversation_rating_sent', id, [...AGENT, 'rating_participant_fin_ai_agent']), [
    ...(await expectedOf(id)),
    'true',
  ])
})

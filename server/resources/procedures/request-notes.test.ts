import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finScene } from '../fin/test-scene.ts'

const { client, clock, conversation, db, post, settle, unique } = await finScene()

async function waiting(): Promise<string> {
  const { id } = await post('/parley/procedures', {
    title: 'A test',
    state: 'live',
    steps: [
      {
        type: 'collect_input',
        step_id: unique('step'),
        body: 'May {{contact.name}} return it?',
        seconds: 3600,
        attributes: [
          { name: 'allowed', label: 'Allowed <now>', data_type: 'boolean' },
          { name: 'way', data_type: 'list', options: [{ label: 'By mail' }, { label: 'In the shop' }] },
        ],
      },
    ],
  })
  const user = { id: unique('user'), name: 'Ada' }
  const session = await post(`/fin/procedures/${id}/run`, { conversation_id: unique('run'), user })
  await settle()
  return session.intercom_conversation_id
}

const notesOf = async (id: string): Promise<any[]> =>
  (await conversation(id)).conversation_parts.conversation_parts.filter(({ part_type }: any) => part_type === 'note')

test('a question to teammates is a note, with the values that are needed', async () => {
  const id = await waiting()
  const [asked, ...more] = await notesOf(id)
  assert.equal(asked.author.type, 'bot')
  assert.match(asked.body, /waits for the input of a teammate until 2026-01-15 13:00 UTC/)
  assert.match(asked.body, /<p>May Ada return it\?<\/p>/)
  assert.match(asked.body, /<li>Allowed &lt;now&gt;: boolean<\/li>.*<li>way: By mail, In the shop<\/li>/s)
  assert.deepEqual(more, [])
  const told = await db`select from events where topic = 'conversation.admin.noted' and item ->> 'id' = ${id}`
  assert.equal(told.length, 1)
})

test('a question that an escalation ends is a consultation that was escalated', async () => {
  const id = await waiting()
  clock.advance(60)
  const [{ external_id }] = await db<[{ external_id: string }]>`
    select external_id from fin_sessions where thread_id = ${id}`
  await post('/fin/escalate', { conversation_id: external_id })
  const { hitl_events } = (await client.get(`/conversations/${id}/hitl_events`)).body
  assert.deepEqual(
    hitl_events.map(({ event_type, data }: any) => [event_type, data.outcome, data.duration_seconds]),
    [
      ['fin_consultation_started', undefined, undefined],
      ['fin_consultation_finished', 'escalated', 60],
    ],
  )
})

test('a question that nobody answers in time is another note, and a consultation that expired', async () => {
  const id = await waiting()
  clock.advance(3600)
  await settle()
  const [, expired, ...more] = await notesOf(id)
  assert.match(expired.body, /^<p>Nobody gave the input.*May Ada return it\?/s)
  assert.deepEqual(more, [])
  const { hitl_events } = (await client.get(`/conversations/${id}/hitl_events`)).body
  assert.deepEqual(
    hitl_events.map(({ event_type, data }: any) => [event_type, data.outcome, data.duration_seconds]),
    [
      ['fin_consultation_started', undefined, undefined],
      ['fin_consultation_finished', 'expired', 3600],
    ],
  )
})

/** Whole conversations and tickets show their newest 500 parts, the oldest of these first, whichever operation shows them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allOperations } from '../../operations.ts'
import { testApp } from '../app.ts'
import type { Made } from '../fixtures/fixture.ts'
import { createScene } from '../fixtures/scene.ts'

const app = await testApp()
const scene = createScene(app)
const { client, given, another, adminId } = scene

const MANY = 520
const SHOWN = 500

/** A thread with more parts than are shown, of which the first says 1. */
async function long(name: 'a conversation' | 'a ticket' | 'a tracker ticket'): Promise<string> {
  const { id } = await another(name)
  await fill(id)
  return id
}

async function fill(id: string): Promise<void> {
  await app.db`
    insert into thread_parts (workspace_id, thread_id, part_type, body, author_type, author_admin_id, created_at, updated_at,
      notified_at)
    select ${scene.workspace.id}, ${id}::bigint, 'comment', n::text, 'admin', ${adminId}::bigint, at, at, at
    from generate_series(1, ${MANY}::int) n, lateral (select now() + n * interval '1 microsecond' as at) times`
}

const noted = { type: 'admin', message_type: 'note', admin_id: adminId, body: 'the last' }

/** Requests about a long thread. */
const SHOWING: Record<string, () => Promise<{ body: Made }>> = {
  'GET /conversations/{}': async () => client.get(`/conversations/${await long('a conversation')}`),
  'PUT /conversations/{}': async () => client.put(`/conversations/${await long('a conversation')}`, { read: true }),
  'POST /conversations/{}/reply': async () =>
    client.post(`/conversations/${await long('a conversation')}/reply`, noted),
  'POST /conversations/{}/parts': async () =>
    client.post(`/conversations/${await long('a conversation')}/parts`, {
      message_type: 'close',
      type: 'admin',
      admin_id: adminId,
    }),
  'POST /conversations/{}/run_assignment_rules': async () =>
    app
      .client({ version: '2.11' })
      .post(`/conversations/${await long('a conversation')}/run_assignment_rules`, undefined),
  'POST /conversations/redact': async () => {
    const conversation_id = await long('a conversation')
    const [part] = await app.db<{ id: number }[]>`
      select max(id) as id from thread_parts where workspace_id = ${scene.workspace.id} and thread_id = ${conversation_id}::bigint`
    const redacted = { type: 'conversation_part', conversation_id, conversation_part_id: String(part!.id) }
    return client.post('/conversations/redact', redacted)
  },
  'POST /conversations/{}/merge': async () => {
    const { id } = await another('a conversation')
    return client.post(`/conversations/${id}/merge`, { merge_into_conversation_id: await long('a conversation') })
  },
  'GET /conversations/{}/side_conversations': async () => {
    const { path } = await another('a conversation')
    const { side_conversation_id } = await scene.send('POST', `/parley${path}/side_conversations`, {
      admin_id: adminId,
      body: 'Aside',
    })
    await fill(side_conversation_id)
    return { body: (await client.get(`${path}/side_conversations`)).body.side_conversations[0] }
  },
  'POST /conversations/{}/side_conversations/{}/reply': async () => {
    const { path } = await another('a conversation')
    const aside = { admin_id: adminId, body: 'Aside' }
    const { side_conversation_id } = await scene.send('POST', `/parley${path}/side_conversations`, aside)
    await fill(side_conversation_id)
    return client.post(`${path}/side_conversations/${side_conversation_id}/reply`, {
      ...noted,
      message_type: 'comment',
    })
  },
  'POST /parley/conversations/{}/sla': async () =>
    client.post(`/parley/conversations/${await long('a conversation')}/sla`, {
      sla_rule_id: (await given('an SLA rule'))['id'],
    }),
  'DELETE /parley/conversations/{}/sla': async () => {
    const path = `/parley/conversations/${await long('a conversation')}/sla`
    await scene.send('POST', path, { sla_rule_id: (await given('an SLA rule'))['id'] })
    return client.delete(path)
  },
  'POST /conversations/{}/convert': async () =>
    client.post(`/conversations/${await long('a conversation')}/convert`, {
      ticket_type_id: (await given('a ticket type'))['id'],
    }),
  'POST /tickets/search': async () => {
    const query = { field: 'id', operator: '=', value: await long('a ticket') }
    const { body } = await client.post('/tickets/search', { query })
    return { body: body.tickets[0] }
  },
  'GET /tickets/{}': async () => client.get(`/tickets/${await long('a ticket')}`),
  'PUT /tickets/{}': async () => client.put(`/tickets/${await long('a ticket')}`, { open: false }),
  'POST /tickets/{}/change_type': async () => {
    const id = await long('a ticket')
    const type = await another('a ticket type')
    return client.post(`/tickets/${id}/change_type`, {
      ticket_type_id: type['id'],
      ticket_state_id: type['ticket_states'].data[0].id,
    })
  },
  'POST /tickets/{}/linked_conversations': async () =>
    client.post(`/tickets/${(await given('a tracker ticket'))['id']}/linked_conversations`, {
      conversation_id: await long('a conversation'),
    }),
  'DELETE /tickets/{}/linked_conversations/{}': async () => {
    const path = `/tickets/${(await given('a tracker ticket'))['id']}/linked_conversations`
    const conversation_id = await long('a conversation')
    await client.post(path, { conversation_id })
    return client.delete(`${path}/${conversation_id}`)
  },
}

/** Their model has parts, and their answers have none or only new ones. */
const WITHOUT = [
  'GET /conversations',
  'POST /conversations/search',
  'POST /parley/conversations/{}/side_conversations',
  'POST /tickets',
]

for (const [key, ask] of Object.entries(SHOWING))
  test(`${key} shows the newest ${SHOWN} parts`, async () => {
    const { body } = await ask()
    const shown = body['conversation_parts'] ?? body['ticket_parts']
    const parts: Made[] = shown?.conversation_parts ?? shown?.ticket_parts ?? shown ?? []
    const said = parts.flatMap(({ body: text }) => /\d+/.exec(text ?? '')?.[0] ?? []).map(Number)
    assert.equal(parts.length, SHOWN, JSON.stringify(body).slice(0, 300))
    assert.ok(said.at(-1)! >= MANY - 1, `the last says ${said.at(-1)}`)
    assert.deepEqual(
      said,
      said.map((_, at) => said[0]! + at),
    )
  })

test('each operation that answers whole conversations or tickets has a row here', () => {
  const showing = allOperations.filter(({ reply }) => hasParts(reply)).map(({ key }) => key)
  assert.deepEqual([...Object.keys(SHOWING), ...WITHOUT].toSorted(), showing.toSorted())
})

function hasParts(schema: unknown, seen = new Set<unknown>()): boolean {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return false
  seen.add(schema)
  const { properties = {} } = schema as { properties?: object }
  if ('conversation_parts' in properties || 'ticket_parts' in properties) return true
  return Object.values(schema).some((value) => hasParts(value, seen))
}

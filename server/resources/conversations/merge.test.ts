import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { eventsOf, newConversation, topicsOf } from './test-scene.ts'

const app = await testApp()
const client = app.client({ version: '2.16' })

const merge = (from: { path: string }, into: unknown) =>
  client.post(`${from.path}/merge`, { merge_into_conversation_id: into })

const read = async ({ path }: { path: string }) => (await client.get(path)).body

test('the secondary conversation is closed and linked, and its contacts join the primary one', async () => {
  const [from, into] = [await newConversation(client), await newConversation(client)]
  const before = await read(into)
  const reply = await merge(from, Number(into.id))
  assert.deepEqual([reply.status, reply.body.id, reply.body.state], [200, into.id, 'open'])
  assert.deepEqual(
    reply.body.contacts.contacts.map(({ id }: any) => id),
    [into.user.id, from.user.id],
  )
  const parts = reply.body.conversation_parts.conversation_parts
  assert.deepEqual(
    parts.map(({ part_type, author, event_details, body }: any) => [part_type, author.type, event_details, body]),
    [
      ['participant_added', 'bot', {}, null],
      ['merged_primary_conversation', 'bot', {}, null],
    ],
  )
  assert.deepEqual(reply.body.linked_objects.data, [{ type: 'conversation', id: from.id, category: null }])
  const { count_conversation_parts, ...statistics } = reply.body.statistics
  const { count_conversation_parts: counted, ...unchanged } = before.statistics
  assert.deepEqual([statistics, count_conversation_parts], [unchanged, counted + 2])

  const secondary = await read(from)
  assert.deepEqual([secondary.state, secondary.open], ['closed', false])
  assert.deepEqual(secondary.linked_objects.data, [{ type: 'conversation', id: into.id, category: null }])
  assert.equal(secondary.conversation_parts.conversation_parts.at(-1).part_type, 'close')
  assert.equal(secondary.statistics.last_close_at, secondary.updated_at)
  assert.deepEqual(await topicsOf(app, from.id), ['conversation.user.created', 'conversation.admin.closed'])
  const attached = (await eventsOf(app, into.id)).map(({ topic }) => topic)
  assert.deepEqual(attached, ['conversation.user.created'])
  const joined = await app.db<{ topic: string }[]>`
    select topic from events where item -> 'conversation' ->> 'id' = ${into.id}`
  assert.deepEqual(
    joined.map(({ topic }) => topic),
    ['conversation.contact.attached'],
  )
})

test('a closed conversation of the same contact leaves no second close, and nobody joins', async () => {
  const from = await newConversation(client)
  const again = await client.post('/conversations', { from: { type: 'user', id: from.user.id }, body: 'Once more' })
  const into = { id: again.body.conversation_id, path: `/conversations/${again.body.conversation_id}` }
  await client.post(`${from.path}/parts`, { message_type: 'close', type: 'admin', admin_id: app.workspace.adminId })
  const closed = await read(from)
  const reply = await merge(from, into.id)
  assert.equal(reply.status, 200)
  assert.deepEqual(
    reply.body.conversation_parts.conversation_parts.map(({ part_type }: any) => part_type),
    ['merged_primary_conversation'],
  )
  const secondary = await read(from)
  assert.deepEqual(secondary.statistics, closed.statistics)
  assert.deepEqual(secondary.conversation_parts, closed.conversation_parts)
})

test('a snoozed conversation that is merged does not wake up any more', async () => {
  const [from, into] = [await newConversation(client), await newConversation(client)]
  const snoozed_until = Math.floor(app.clock.now().getTime() / 1000) + 3600
  const snooze = { message_type: 'snoozed', admin_id: app.workspace.adminId, snoozed_until }
  await client.post(`${from.path}/parts`, snooze)
  await merge(from, into.id)
  assert.equal((await read(from)).state, 'closed')
  const jobs = await app.db`
    select from graphile_worker.jobs where key = ${`wake:${app.workspace.id}:${from.id}`}`
  assert.equal(jobs.length, 0)
})

test('a conversation is merged once, and into one that lives', async () => {
  const [from, into, third] = [
    await newConversation(client),
    await newConversation(client),
    await newConversation(client),
  ]
  await merge(from, into.id)
  for (const [reply, message] of [
    [await merge(from, third.id), 'Secondary conversation has already been merged'],
    [await merge(third, from.id), 'Primary conversation has already been merged'],
    [await merge(third, third.id), 'Cannot merge a conversation into itself'],
  ] as const)
    assert.deepEqual([reply.status, reply.body.errors[0]], [422, { code: 'merge_failed', message }])
  await client.delete(into.path)
  assert.equal((await merge(third, into.id)).body.errors[0].message, 'Primary conversation not found')
  assert.deepEqual((await read(from)).linked_objects.data, [])
})

test('a chain of merges ends in one conversation', async () => {
  const [first, second, third] = [
    await newConversation(client),
    await newConversation(client),
    await newConversation(client),
  ]
  await merge(first, second.id)
  const { body } = await merge(second, third.id)
  assert.deepEqual(
    body.contacts.contacts.map(({ id }: any) => id),
    [third, second, first].map(({ user }) => user.id),
  )
})

test('merges in opposite directions do not deadlock: one is done, the other refused', async () => {
  const [one, other] = [await newConversation(client), await newConversation(client)]
  const replies = await Promise.all([merge(one, other.id), merge(other, one.id)])
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 422])
})

test('tickets are merged if they are customer tickets', async () => {
  const [from, into] = [await newConversation(client), await newConversation(client)]
  const type = async (category: string) =>
    (await client.post('/ticket_types', { name: category, category })).body.id as string
  await client.post(`${into.path}/convert`, { ticket_type_id: await type('Customer') })
  const contacts = [{ id: from.user.id }]
  const tracker = await client.post('/tickets', { ticket_type_id: await type('Tracker'), contacts })
  const message = 'Only conversations and customer tickets can be merged'
  assert.equal((await merge(from, tracker.body.id)).body.errors[0].message, message)
  assert.equal((await merge(from, into.id)).status, 200)
  assert.deepEqual((await read(from)).linked_objects.data, [{ type: 'ticket', id: into.id, category: 'Customer' }])
})

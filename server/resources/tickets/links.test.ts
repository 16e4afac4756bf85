import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newConversation } from '../conversations/test-scene.ts'
import { newContact, newTicket, newType } from './test-scene.ts'

const app = await testApp()
const client = app.client()
const type = await newType(client)
const tracking = await newType(client, { category: 'Tracker' })
const newTracker = async () => (await client.post('/tickets', { ticket_type_id: tracking.id })).body.id
const message = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].code]
const link = (ticket: string, conversation_id?: string) =>
  client.post(`/tickets/${ticket}/linked_conversations`, { conversation_id })

for (const version of ['2.16', '2.18', 'Preview'])
  test(`a conversation and a customer ticket are linked to a tracker and unlinked in ${version}`, async () => {
    const speaker = app.client({ version })
    const [tracker, { id }, ticket] = [await newTracker(), await newConversation(client), await newTicket(client, type)]
    const path = `/tickets/${tracker}/linked_conversations`
    const linked = await speaker.post(path, { conversation_id: id })
    assert.deepEqual([linked.status, linked.body.id], [200, id])
    assert.deepEqual(linked.body.linked_objects.data, [{ type: 'ticket', id: tracker, category: 'Tracker' }])
    await speaker.post(path, { conversation_id: ticket.id })
    const { body } = await speaker.get(`/tickets/${tracker}`)
    assert.deepEqual(
      body.linked_objects.data.map((one: any) => [one.type, one.id, one.category]),
      [
        ['conversation', id, null],
        ['ticket', ticket.id, 'Customer'],
      ],
    )
    const unlinked = await speaker.delete(`${path}/${id}`)
    assert.deepEqual([unlinked.body.id, unlinked.body.linked_objects.total_count], [id, 0])
    assert.deepEqual(message(await speaker.delete(`${path}/${id}`)), [404, 'conversation_not_found'])
  })

test('links that the API refuses', async () => {
  const [tracker, other, { id }] = [await newTracker(), await newTracker(), await newConversation(client)]
  const ticket = await newTicket(client, type)
  assert.deepEqual(message(await link(ticket.id, id)), [400, 'invalid_ticket_type'])
  assert.deepEqual(message(await link(tracker)), [400, 'parameter_not_found'])
  assert.deepEqual(message(await link(tracker, '0')), [404, 'conversation_not_found'])
  assert.deepEqual(message(await link('0', id)), [404, 'ticket_not_found'])
  assert.equal((await link(tracker, id)).status, 200)
  assert.deepEqual(message(await link(other, id)), [400, 'already_linked_to_tracker'])
  assert.deepEqual(message(await link(other, tracker)), [400, 'parameter_invalid'])
  await app.db`update threads set link_count = 2500 where workspace_id = ${app.workspace.id} and id = ${other}`
  const { id: late } = await newConversation(client)
  assert.deepEqual(message(await link(other, late)), [400, 'linked_conversation_limit_exceeded'])
  const contacts = [{ id: (await newContact(client)).id }]
  const linkedAtOnce = { ticket_type_id: type.id, contacts, conversation_to_link_id: other }
  assert.deepEqual(message(await client.post('/tickets', linkedAtOnce)), [400, 'linked_conversation_limit_exceeded'])
})

test('a ticket or a conversation that is deleted is linked no more', async () => {
  const [tracker, other] = [await newTracker(), await newTracker()]
  const [{ id }, { id: gone }] = [await newConversation(client), await newConversation(client)]
  for (const one of [id, gone]) assert.equal((await link(tracker, one)).status, 200)
  assert.equal((await client.delete(`/conversations/${gone}`)).status, 200)
  const { body } = await client.get(`/tickets/${tracker}`)
  assert.deepEqual([body.linked_objects.total_count, body.linked_objects.data.map((one: any) => one.id)], [1, [id]])
  assert.equal((await client.get(`/conversations/${tracker}`)).body.custom_attributes['Customer reports'], 1)
  assert.equal((await client.delete(`/tickets/${tracker}`)).status, 200)
  assert.equal((await client.get(`/conversations/${id}`)).body.linked_objects.total_count, 0)
  assert.equal((await link(other, id)).status, 200)
})

test('another type of the same category takes over values by name and type', async () => {
  const [priority] = [await newType(client, { name: 'Newer' })]
  const option = priority.ticket_type_attributes.data.find((one: any) => one.name === 'Priority').input_options
  const { id } = await newTicket(client, type, {
    ticket_attributes: { Seats: 3, Priority: 'Low', _default_title_: 'A' },
  })
  const state = priority.ticket_states.data[1].id
  const path = `/tickets/${id}/change_type`
  const { status, body } = await client.post(path, {
    ticket_type_id: priority.id,
    ticket_state_id: state,
    ticket_attributes: { Seats: 4 },
  })
  assert.equal(status, 200)
  assert.deepEqual([body.ticket_type.id, body.ticket_state.id], [priority.id, state])
  assert.deepEqual(
    [body.ticket_attributes.Seats, body.ticket_attributes.Priority, body.ticket_attributes['_default_title_']],
    [4, 'Low', 'A'],
  )
  assert.equal(option.list_options.length, 2)
  const refused = async (more: object) => message(await client.post(path, more))
  assert.deepEqual(await refused({ ticket_state_id: state }), [400, 'parameter_not_found'])
  assert.deepEqual(await refused({ ticket_type_id: type.id }), [400, 'parameter_not_found'])
  const same = { ticket_type_id: priority.id, ticket_state_id: state }
  assert.deepEqual(await refused(same), [400, 'parameter_invalid'])
  assert.deepEqual(await refused({ ticket_type_id: tracking.id, ticket_state_id: state }), [400, 'parameter_invalid'])
  assert.deepEqual(await refused({ ticket_type_id: type.id, ticket_state_id: 0 }), [400, 'parameter_invalid'])
  assert.deepEqual(message(await client.post('/tickets/0/change_type', same)), [404, 'not_found'])
})

test('a ticket is tagged and untagged', async () => {
  const ticket = await newTicket(client, type)
  const { body: tag } = await client.post('/tags', { name: 'refund of tickets' })
  const admin_id = app.workspace.adminId
  const tagged = await client.post(`/tickets/${ticket.id}/tags`, { id: tag.id, admin_id })
  assert.deepEqual([tagged.status, tagged.body.name], [200, tag.name])
  const { body: conversation } = await client.get(`/conversations/${ticket.id}`)
  assert.deepEqual(
    conversation.tags.tags.map(({ id }: { id: string }) => id),
    [tag.id],
  )
  assert.equal((await client.delete(`/tickets/${ticket.id}/tags/${tag.id}`, { admin_id })).status, 200)
  const gone = await client.post('/tickets/0/tags', { id: tag.id, admin_id })
  assert.deepEqual(message(gone), [404, 'ticket_not_found'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newAdmin, newTeam } from '../conversations/test-scene.ts'
import { attributeOf, newContact, newTicket, newType, toldBy } from './test-scene.ts'

const app = await testApp()
const client = app.client()
const type = await newType(client)
const message = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors?.[0].code,
  body.errors?.[0].message,
]
const topicsTold = async () =>
  (await toldBy(app)).map(({ topic }) => topic).filter((topic) => topic.startsWith('ticket'))

for (const version of ['2.9', '2.10', '2.11', '2.12', '2.14', '2.15', '2.16', '2.18', 'Preview'])
  test(`a ticket is created and read in ${version}`, async () => {
    const speaker = app.client({ version })
    const contact = await newContact(client)
    const made = await speaker.post('/tickets', {
      ticket_type_id: Number(type.id),
      contacts: [{ id: contact.id }],
      ticket_attributes: { _default_title_: 'Broken', Seats: 3 },
    })
    assert.equal(made.status, 200)
    const { body } = made
    const older = ['2.9', '2.10', '2.11'].includes(version)
    assert.deepEqual(
      older ? body.ticket_state : [body.ticket_state.category, body.ticket_state.internal_label],
      older ? 'submitted' : ['submitted', 'Submitted'],
    )
    assert.deepEqual(older ? Object.keys(body).slice(-2) : [], older ? LABELS : [])
    const strings = ['2.9', '2.10', '2.11', '2.12', '2.14', '2.15'].includes(version)
    assert.equal(body.admin_assignee_id, strings ? '0' : 0)
    assert.equal(body.previous_ticket_state_id, strings ? undefined : null)
    assert.equal(body.ticket_type.ticket_states, undefined)
    assert.equal(body.category, version === '2.9' ? undefined : 'Customer')
    assert.deepEqual(body.ticket_attributes, {
      _default_title_: 'Broken',
      _default_description_: null,
      Priority: null,
      Seats: 3,
      Amount: null,
      Urgent: null,
      Due: null,
      'Order (number)': null,
      Proof: [],
    })
    const shown = version === '2.9' ? { role: 'user' } : { type: 'contact', external_id: contact.external_id }
    assert.deepEqual(body.contacts.contacts, [{ ...shown, id: contact.id }])
    const [part, ...others] = body.ticket_parts.ticket_parts
    assert.deepEqual(others, [])
    assert.deepEqual(Object.keys(part), KEYS_OF_STATE_PART)
    assert.deepEqual(
      [part.ticket_state, part.previous_ticket_state, part.author.type],
      ['submitted', 'submitted', 'bot'],
    )
    assert.deepEqual((await speaker.get(`/tickets/${body.id}`)).body, body)
  })

const LABELS = ['ticket_state_internal_label', 'ticket_state_external_label']
const types = (ticket: any) => ticket.ticket_parts.ticket_parts.map((part: any) => part.part_type)

const KEYS_OF_STATE_PART = [
  'type',
  'id',
  'part_type',
  'ticket_state',
  'previous_ticket_state',
  'created_at',
  'updated_at',
  'author',
  'attachments',
  'redacted',
]

test('a ticket is told as created and in its state', async () => {
  await toldBy(app)
  const ticket = await newTicket(client, type)
  const told = await toldBy(app)
  assert.deepEqual(
    told.filter(({ topic }) => topic.startsWith('ticket')).map(({ topic, item }) => [topic, item.type, item.id]),
    [
      ['ticket.created', 'ticket', ticket.id],
      ['ticket.state.updated', 'ticket', ticket.id],
    ],
  )
})

test('a contact is named by its id, its external_id, or an email that makes a lead', async () => {
  const contact = await newContact(client, { external_id: 'by-external-id' })
  const ask = (contacts: object[]) => client.post('/tickets', { ticket_type_id: type.id, contacts })
  assert.equal((await ask([{ external_id: 'by-external-id' }])).body.contacts.contacts[0].id, contact.id)
  assert.equal((await ask([{ email: contact.email.toUpperCase() }])).body.contacts.contacts[0].id, contact.id)
  const { body } = await ask([{ email: 'new@tickets.example.com' }, { id: contact.id }])
  assert.equal(body.contacts.contacts.length, 2)
  const { body: lead } = await client.get(`/contacts/${body.contacts.contacts[0].id}`)
  assert.deepEqual([lead.role, lead.email], ['lead', 'new@tickets.example.com'])
  const [told] = await app.db<{ item: { created_at: string } }[]>`
    select item from events where topic = 'contact.lead.created' and item ->> 'id' = ${lead.id}`
  assert.match(told!.item.created_at, /^\d{4}-\d\d-\d\dT/, 'in the form of deliveries')
  assert.deepEqual(message(await ask([{ id: '0'.repeat(24) }])), [404, 'not_found', 'User Not Found'])
  assert.deepEqual(message(await ask([{ external_id: 'nobody' }])), [404, 'not_found', 'User Not Found'])
  assert.equal((await ask([])).status, 400)
  assert.equal((await ask([{}])).status, 400)
  assert.equal((await ask([{ email: 'no address' }])).status, 400)
})

test('a tracker needs no contact', async () => {
  const tracker = await newType(client, { category: 'Tracker' })
  const { body } = await client.post('/tickets', { ticket_type_id: tracker.id })
  assert.deepEqual([body.contacts.contacts, body.is_shared, body.category], [[], false, 'Tracker'])
})

test('values are of the type of their attribute', async () => {
  const [high] = attributeOf(type, 'Priority').input_options.list_options
  const ticket_attributes = {
    Priority: high.id,
    Seats: '4',
    Amount: 1.5,
    Urgent: true,
    Due: '2026-03-01T12:00:00Z',
    'Order (number)': '',
    Proof: ['31'],
  }
  const { body } = await app.client().post('/tickets', {
    ticket_type_id: type.id,
    contacts: [{ id: (await newContact(client)).id }],
    ticket_attributes,
  })
  const stored = { ...ticket_attributes, Priority: 'High', Seats: 4, Due: 1_772_366_400 }
  assert.deepEqual(body.ticket_attributes, { ...stored, _default_title_: null, _default_description_: null })
  const { body: again } = await client.put(`/tickets/${body.id}`, { ticket_attributes: body.ticket_attributes })
  assert.deepEqual(again.ticket_parts, body.ticket_parts)
  for (const wrong of [{ Priority: 'None' }, { Seats: 1.5 }, { Urgent: 'maybe' }, { Due: 'soon' }, { Proof: [{}] }]) {
    const reply = await client.put(`/tickets/${body.id}`, { ticket_attributes: wrong })
    assert.deepEqual([reply.status, reply.body.errors[0].code], [400, 'parameter_invalid'], Object.keys(wrong)[0])
  }
  assert.deepEqual(message(await client.put(`/tickets/${body.id}`, { ticket_attributes: { Colour: 'red' } })), [
    400,
    'parameter_invalid',
    'Extra attributes provided that are not found on ticket type: Colour',
  ])
})

test('a required attribute must have a value', async () => {
  const { body: strict } = await client.post('/ticket_types', { name: 'Strict' })
  const attribute = { name: 'Reason', description: '', data_type: 'string', required_to_create: true }
  await client.post(`/ticket_types/${strict.id}/attributes`, attribute)
  const contacts = [{ id: (await newContact(client)).id }]
  const ask = (ticket_attributes: object) =>
    client.post('/tickets', { ticket_type_id: strict.id, contacts, ticket_attributes })
  const missing = [400, 'parameter_invalid', 'Missing required ticket attributes']
  assert.deepEqual(message(await ask({})), missing)
  assert.deepEqual(message(await ask({ Reason: null })), missing)
  assert.equal((await ask({ Reason: 'words' })).status, 200)
})

test('a changed attribute is a part with the value before', async () => {
  const { id } = await newTicket(client, type, { ticket_attributes: { Seats: 3 } })
  const [, low] = attributeOf(type, 'Priority').input_options.list_options
  await toldBy(app)
  const { body } = await client.put(`/tickets/${id}`, { ticket_attributes: { Seats: 4, Priority: low.id } })
  const parts = body.ticket_parts.ticket_parts.slice(1)
  assert.deepEqual(
    parts.map(({ part_type }: { part_type: string }) => part_type),
    ['ticket_attribute_updated_by_admin', 'ticket_attribute_updated_by_admin'],
  )
  assert.deepEqual(parts[0].updated_attribute_data, {
    attribute: { type: 'attribute', id: attributeOf(type, 'Priority').id, label: 'Priority' },
    value: { type: 'value', id: low.id, label: 'Low', previous: '' },
  })
  assert.deepEqual(parts[1].updated_attribute_data.value, { type: 'value', id: '4', label: '4', previous: '3' })
  const told = (await toldBy(app)).map(({ topic, item }) => [topic, item.type, item.ticket_part.id])
  assert.deepEqual(told, [
    ['ticket.attribute.updated', 'ticket_ticket_part', parts[0].id],
    ['ticket.attribute.updated', 'ticket_ticket_part', parts[1].id],
  ])
})

test('resolving closes the ticket, and leaving that state opens it', async () => {
  const { id } = await newTicket(client, type)
  const stateOf = (category: string) => type.ticket_states.data.find((one: any) => one.category === category).id
  await toldBy(app)
  const { body } = await client.put(`/tickets/${id}`, { ticket_state_id: stateOf('resolved') })
  assert.deepEqual(types(body).slice(1), ['close', 'ticket_state_updated_by_admin'])
  assert.deepEqual([body.open, body.ticket_state.category], [false, 'resolved'])
  assert.equal(body.previous_ticket_state_id, stateOf('submitted'))
  assert.deepEqual(await topicsTold(), ['ticket.closed', 'ticket.state.updated', 'ticket.resolved'])
  assert.deepEqual(message(await client.put(`/tickets/${id}`, { ticket_state_id: stateOf('resolved') })), [
    400,
    'parameter_invalid',
    'Cannot transition ticket to the same state',
  ])
  const { body: again } = await client.put(`/tickets/${id}`, { ticket_state_id: stateOf('in_progress') })
  assert.deepEqual([again.open, types(again).slice(3)], [true, ['open', 'ticket_state_updated_by_admin']])
  assert.deepEqual(message(await client.put(`/tickets/${id}`, { ticket_state_id: 0 })), [
    400,
    'ticket_state_id_invalid',
    'Ticket state id is not valid or is not associated with the ticket type',
  ])
})

test('versions before 2.12 name the state by its category, and before 2.14 the assignee in `assignment`', async () => {
  const { id } = await newTicket(client, type)
  const admin = await newAdmin(app)
  const old = app.client({ version: '2.11' })
  const assignment = { admin_id: String(app.workspace.adminId), assignee_id: String(admin) }
  const { body } = await old.put(`/tickets/${id}`, { state: 'waiting_on_customer', assignment })
  assert.deepEqual([body.ticket_state, body.admin_assignee_id], ['waiting_on_customer', String(admin)])
  // A newer version ignores the old words.
  const { body: same } = await client.put(`/tickets/${id}`, { state: 'in_progress' })
  assert.equal(same.ticket_state.category, 'waiting_on_customer')
})

test('a ticket is assigned to an admin, a team, and nobody', async () => {
  const { id } = await newTicket(client, type)
  const [admin, team] = [await newAdmin(app, { email: 'eve@example.com' }), await newTeam(app)]
  const assign = async (body: object) => {
    const reply = await client.put(`/tickets/${id}`, body)
    return [reply.body.admin_assignee_id, reply.body.team_assignee_id]
  }
  await toldBy(app)
  assert.deepEqual(await assign({ admin_id: app.workspace.adminId, assignee_id: admin }), [admin, 0])
  assert.deepEqual(await assign({ assignee_id: String(team) }), [0, team])
  assert.deepEqual(await topicsTold(), ['ticket.admin.assigned', 'ticket.team.assigned'])
  assert.deepEqual(message(await client.put(`/tickets/${id}`, { assignee_id: 1 })), [
    404,
    'assignee_not_found',
    'Assignee not found',
  ])
  assert.deepEqual(message(await client.put(`/tickets/${id}`, { admin_id: 1, assignee_id: admin })), [
    404,
    'admin_not_found',
    'Admin not found',
  ])
  const assignment = { admin_assignee_id: String(admin), team_assignee_id: String(team) }
  const made = await newTicket(client, type, { assignment })
  assert.deepEqual([made.admin_assignee_id, made.team_assignee_id], [admin, team])
})

const stateOf = async (category: string) =>
  (await client.get('/ticket_states')).body.data.find((one: any) => one.category === category)

test('one of two tickets of a conversation that are shared at once is shared', async () => {
  const internal = await newType(client, { category: 'Back-office' })
  const contact = await newContact(client)
  for (let round = 0; round < 5; round++) {
    const { body: begun } = await client.post('/conversations', { from: { type: 'user', id: contact.id }, body: 'Hi' })
    const beside = { conversation_to_link_id: begun.conversation_id }
    const tickets = [await newTicket(client, internal, beside), await newTicket(client, internal, beside)]
    const shared = await Promise.all(tickets.map(({ id }) => client.put(`/tickets/${id}`, { is_shared: true })))
    assert.deepEqual(shared.map(({ status }) => status).toSorted(), [200, 400])
  }
})

test('a ticket is closed, opened, snoozed, shared and put into a company', async () => {
  const internal = await newType(client, { category: 'Back-office' })
  const contact = await newContact(client)
  const { body: begun } = await client.post('/conversations', { from: { type: 'user', id: contact.id }, body: 'Hi' })
  const beside = { conversation_to_link_id: begun.conversation_id }
  const { id } = await newTicket(client, internal, beside)
  const put = async (body: object) => (await client.put(`/tickets/${id}`, body)).body
  assert.equal((await put({ open: false })).open, false)
  assert.equal((await put({ open: true })).open, true)
  const until = app.clock.now().getTime() / 1000 + 3600
  assert.equal((await put({ snoozed_until: until })).snoozed_until, until)
  assert.equal('snoozed_until' in (await put({ open: false })), false)
  for (const closing of [{ open: false }, { ticket_state_id: (await stateOf('resolved')).id }]) {
    const closed = await put({ ...closing, snoozed_until: until })
    assert.deepEqual([closed.open, 'snoozed_until' in closed], [false, false])
  }
  await put({ open: true })
  assert.equal((await put({ is_shared: true })).is_shared, true)
  const second = await newTicket(client, internal, beside)
  const share = () => client.put(`/tickets/${second.id}`, { is_shared: true })
  const [status, , text] = message(await share())
  assert.deepEqual(
    [status, text],
    [400, 'Only a back-office ticket that is linked to a conversation without another shared ticket can be shared'],
  )
  assert.equal((await put({ is_shared: false })).is_shared, false)
  assert.equal((await share()).body.is_shared, true)
  const { body: company } = await client.post('/companies', { company_id: 'acme of tickets', name: 'Acme' })
  assert.equal((await put({ company_id: company.id })).company_id, company.id)
  assert.equal('company_id' in (await put({ company_id: null })), false)
  assert.deepEqual(message(await client.put(`/tickets/${id}`, { company_id: '0'.repeat(24) })), [
    404,
    'company_not_found',
    'Company Not Found',
  ])
})

test('a ticket is a conversation with the same id', async () => {
  const ticket = await newTicket(client, type, { ticket_attributes: { _default_title_: 'Broken' } })
  const { body } = await client.get(`/conversations/${ticket.id}`)
  assert.deepEqual([body.source.type, body.source.id, body.source.body], [null, ticket.id, ''])
  assert.equal(body.ticket.id, Number(ticket.id))
  assert.deepEqual(body.ticket.custom_attributes['_default_title_'], { value: 'Broken', type: 'string' })
  assert.deepEqual(body.ticket.custom_attributes.Proof, { value: null, type: 'files' })
  assert.deepEqual([body.ticket.state, body.ticket.ticket_custom_state_admin_label], ['submitted', 'Submitted'])
  assert.equal(body.custom_attributes['Ticket category'], 'Customer ticket')
  assert.equal(body.statistics.count_conversation_parts, ticket.ticket_parts.total_count + 1)
  const { body: list } = await client.get('/conversations')
  assert.equal(list.conversations[0].id, ticket.id)
  await toldBy(app)
  const reply = { message_type: 'comment', type: 'admin', admin_id: app.workspace.adminId, body: 'On it' }
  await client.post(`/conversations/${ticket.id}/reply`, reply)
  const [told, ...others] = (await toldBy(app)).filter(({ topic }) => !topic.startsWith('contact'))
  assert.deepEqual([told!.topic, told!.item.ticket_part.body, others], ['ticket.admin.replied', '<p>On it</p>', []])
})

test('a conversation becomes a ticket and keeps what it has', async () => {
  const contact = await newContact(client)
  const { body: made } = await client.post('/conversations', { from: { type: 'user', id: contact.id }, body: 'Help' })
  const id = made.conversation_id
  const { body: before } = await client.get(`/conversations/${id}`)
  app.clock.advance(60)
  await toldBy(app)
  const { status, body } = await client.post(`/conversations/${id}/convert`, {
    ticket_type_id: type.id,
    attributes: { _default_title_: 'Help' },
  })
  assert.equal(status, 200)
  assert.deepEqual([body.id, body.created_at, body.is_shared], [id, before.created_at, true])
  assert.deepEqual(body.contacts, before.contacts)
  assert.deepEqual(await topicsTold(), ['ticket.created', 'ticket.state.updated'])
  const { body: after } = await client.get(`/conversations/${id}`)
  assert.deepEqual(after.source, before.source)
  assert.equal(after.ticket.custom_attributes['_default_title_'].value, 'Help')
  assert.equal((await client.post(`/conversations/${id}/convert`, { ticket_type_id: type.id })).status, 400)
  const internal = await newType(client, { category: 'Back-office' })
  assert.deepEqual(message(await client.post(`/conversations/${id}/convert`, { ticket_type_id: internal.id })), [
    400,
    'parameter_invalid',
    'Ticket type is not a customer ticket type',
  ])
})

test('a deleted ticket is gone, and its conversation with it', async () => {
  const { id } = await newTicket(client, type)
  assert.deepEqual((await client.delete(`/tickets/${id}`)).body, { id, object: 'ticket', deleted: true })
  const gone = [404, 'ticket_not_found', 'Ticket not found']
  assert.deepEqual(message(await client.get(`/tickets/${id}`)), gone)
  assert.deepEqual(message(await client.delete(`/tickets/${id}`)), gone)
  assert.equal((await client.get(`/conversations/${id}`)).status, 404)
})

test('tickets of another workspace, and conversations that are none, are not found', async () => {
  const twin = app.client({ token: (await app.createWorkspace()).token })
  const theirs = await newTicket(twin, await newType(twin))
  const contact = await newContact(client)
  const { body } = await client.post('/conversations', { from: { type: 'user', id: contact.id }, body: 'Hello' })
  for (const id of [theirs.id, body.conversation_id, '0', 'x']) {
    assert.equal((await client.get(`/tickets/${id}`)).status, 404)
    assert.equal((await client.put(`/tickets/${id}`, { open: false })).status, 404)
    assert.equal((await client.delete(`/tickets/${id}`)).status, 404)
  }
})

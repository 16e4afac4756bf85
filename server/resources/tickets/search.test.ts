import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { attributeOf, newContact, newTicket, newType } from './test-scene.ts'

const app = await testApp()
const client = app.client()
const type = await newType(client)
const internal = await newType(client, { category: 'Back-office' })
const contact = await newContact(client)
const first = await newTicket(client, type, {
  contacts: [{ id: contact.id }],
  ticket_attributes: { _default_title_: 'Broken screen', Seats: 3, Priority: 'High', Urgent: true, Amount: 2.5 },
})
app.clock.advance(60)
const second = await newTicket(client, internal, {
  ticket_attributes: { _default_title_: 'Refund', _default_description_: 'Of the second order' },
})
app.clock.advance(60)
const third = await newTicket(client, type, { ticket_attributes: { Seats: 10 } })
const team = (await client.post('/parley/teams', { name: 'Repairs', admin_ids: [] })).body
await client.put(`/tickets/${third.id}`, { assignee_id: team.id })
await client.put(`/tickets/${third.id}`, { ticket_state_id: type.ticket_states.data[3].id })
const admin = String(app.workspace.adminId)
const named = new Map([
  [first.id, 'first'],
  [second.id, 'second'],
  [third.id, 'third'],
])
const search = (query: object, more: object = {}) => client.post('/tickets/search', { query, ...more })
const found = async (field: string, operator: string, value: unknown) =>
  (await search({ field, operator, value })).body.tickets.map(({ id }: { id: string }) => named.get(id)).toSorted()
const attribute = (name: string) => `ticket_attribute.${attributeOf(type, name).id}`
const [high] = attributeOf(type, 'Priority').input_options.list_options

const FINDS: [field: string, operator: string, value: unknown, names: string[]][] = [
  ['id', '=', first.id, ['first']],
  ['title', '~', 'screen', ['first']],
  ['description', '^', 'Of the', ['second']],
  ['category', '=', 'request', ['first', 'third']],
  ['category', '=', 'task', ['second']],
  ['category', '!=', 'tracker', ['first', 'second', 'third']],
  ['ticket_type_id', '=', internal.id, ['second']],
  ['contact_ids', '=', contact.id, ['first']],
  ['open', '=', false, ['third']],
  ['state', '=', 'resolved', ['third']],
  ['state', 'IN', ['submitted', 'resolved'], ['first', 'second', 'third']],
  ['created_at', '>', second.created_at, ['second', 'third']],
  ['admin_assignee_id', '=', null, ['first', 'second', 'third']],
  ['admin_assignee_id', '=', '0', ['first', 'second', 'third']],
  ['admin_assignee_id', 'IN', [0, admin], ['first', 'second', 'third']],
  ['team_assignee_id', '=', 0, ['first', 'second']],
  ['team_assignee_id', '!=', '0', ['third']],
  ['team_assignee_id', 'NIN', ['0'], ['third']],
  [attribute('Seats'), '>', 5, ['third']],
  [attribute('Seats'), '=', 3, ['first']],
  [attribute('Amount'), '=', 2.5, ['first']],
  [attribute('Urgent'), '=', true, ['first']],
  [attribute('Priority'), '=', high.id, ['first']],
  [attribute('Priority'), '=', 'High', ['first']],
  [attribute('Priority'), '!=', 'High', ['second', 'third']],
]
for (const [field, operator, value, names] of FINDS)
  test(`${field.replace(/\d+/, '…')} ${operator} ${JSON.stringify(value)} finds ${names.join(', ')}`, async () =>
    assert.deepEqual(await found(field, operator, value), names))

test('tickets are shown whole, the most recently changed first, page by page', async () => {
  const query = { field: 'created_at', operator: '>', value: 1 }
  const { body } = await search(query, { pagination: { per_page: 2 } })
  assert.deepEqual([body.type, body.total_count], ['ticket.list', 3])
  assert.deepEqual(body.tickets[1], (await client.get(`/tickets/${second.id}`)).body)
  const starting_after = body.pages.next.starting_after
  const { body: rest } = await search(query, { pagination: { per_page: 2, starting_after } })
  assert.deepEqual(
    [...body.tickets, ...rest.tickets].map(({ id }: { id: string }) => named.get(id)),
    ['third', 'second', 'first'],
  )
})

test('an unknown attribute, and a name in place of an id, are refused', async () => {
  const refused = async (field: string) => {
    const { status, body } = await search({ field, operator: '=', value: 'x' })
    return [status, body.errors[0].code, body.errors[0].message]
  }
  assert.deepEqual(await refused('ticket_attribute.Priority'), [
    400,
    'field_not_found',
    'The requested ticket attribute ID is not a valid integer',
  ])
  assert.equal((await refused('ticket_attribute.1'))[1], 'invalid_field')
  assert.equal((await refused('ticket_state'))[1], 'invalid_field')
})

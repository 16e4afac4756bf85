/** Each topic of tickets is told by the act that it is named after, whether a ticket or its conversation is acted on. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { newContact, newTicket, newType, toldBy } from './test-scene.ts'
import { ticketTopics } from './topics.ts'

const app = await testApp({ own: true })
const client = app.client()
const admin_id = String(app.workspace.adminId)
const type = await newType(client, { category: 'Customer' })
const contact = await newContact(client)
const other = await newContact(client)
const ticket = (await newTicket(client, type, { contacts: [{ id: contact.id }] })).id
const team = (await client.post('/parley/teams', { name: 'Repairs', admin_ids: [] })).body
const stateOf = (category: string) => type.ticket_states.data.find((one: any) => one.category === category).id
const by = { type: 'admin', admin_id }

const put = (body: object) => client.put(`/tickets/${ticket}`, { admin_id, ...body })
const reply = (body: object) => client.post(`/tickets/${ticket}/reply`, { ...by, body: 'Words', ...body })
const part = (body: object) => client.post(`/conversations/${ticket}/parts`, { ...by, ...body })
const customers = `/conversations/${ticket}/customers`

const ACTS: [act: string, () => Promise<{ status: number; text: string }>, topics: string[]][] = [
  ['an assignment', () => put({ assignee_id: admin_id }), ['ticket.admin.assigned']],
  ['an assignment to a team', () => put({ assignee_id: team.id }), ['ticket.team.assigned']],
  [
    'an assignment with words',
    () => part({ message_type: 'assignment', assignee_id: admin_id, body: 'Yours' }),
    ['ticket.admin.assigned', 'ticket.admin.replied'],
  ],
  ['a change of an attribute', () => put({ ticket_attributes: { Seats: 3 } }), ['ticket.attribute.updated']],
  ['a note', () => reply({ message_type: 'note' }), ['ticket.note.created']],
  ['a reply of an admin', () => reply({ message_type: 'comment' }), ['ticket.admin.replied']],
  [
    'a reply of the contact',
    () => reply({ type: 'user', message_type: 'comment', intercom_user_id: contact.id }),
    ['ticket.contact.replied'],
  ],
  [
    'a contact who is attached',
    () => client.post(customers, { admin_id, customer: { intercom_user_id: other.id } }),
    ['ticket.contact.attached'],
  ],
  [
    'a contact who is detached',
    () => client.delete(`${customers}/${other.id}`, { admin_id }),
    ['ticket.contact.detached'],
  ],
  [
    'a snooze',
    () => part({ message_type: 'snoozed', snoozed_until: app.clock.now().getTime() / 1000 + 3600 }),
    ['ticket.admin.snoozed'],
  ],
  ['an opening', () => part({ message_type: 'open' }), ['ticket.admin.unsnoozed']],
  ['a state', () => put({ ticket_state_id: stateOf('in_progress') }), ['ticket.state.updated']],
  [
    'the resolved state',
    () => put({ ticket_state_id: stateOf('resolved') }),
    ['ticket.closed', 'ticket.resolved', 'ticket.state.updated'],
  ],
  [
    'a rating',
    () => client.post(`/conversations/${ticket}/rating`, { intercom_user_id: contact.id, rating: 5 }),
    ['ticket.rating.provided'],
  ],
]

const seen = new Set(
  (await toldBy(app)).map(({ topic }) => topic).filter((topic) => Object.hasOwn(ticketTopics, topic)),
)

test('a new ticket tells that it is there, and its state', () => {
  assert.deepEqual([...seen].toSorted(), ['ticket.created', 'ticket.state.updated'])
})

for (const [name, act, topics] of ACTS)
  test(`${name} tells ${topics.join(', ')}`, async () => {
    const done = await act()
    assert.ok(done.status < 300, done.text)
    const told = (await toldBy(app)).filter(({ topic }) => topic.startsWith('ticket.'))
    assert.deepEqual(told.map(({ topic }) => topic).toSorted(), topics)
    for (const { topic, item } of told) {
      seen.add(topic)
      // A contact who comes or goes stands beside the short form, whose id is a number.
      const id = item.contact ? String(item.ticket.id) : (item.ticket ?? item).id
      assert.equal(id, ticket, topic)
      if (item.contact) assert.deepEqual([item.ticket.state, item.contact.id], ['submitted', other.id])
    }
  })

test('no topic of tickets is left', () => {
  assert.deepEqual([...seen].toSorted(), Object.keys(ticketTopics).toSorted())
})

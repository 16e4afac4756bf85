/** Tickets of the demo company: its types, and a ticket in every state. */
import { createTicketTypeAttribute } from '../resources/ticket-types/create-attribute.ts'
import { createTicketState } from '../resources/ticket-states/settings/create.ts'
import { createTicketType } from '../resources/ticket-types/create.ts'
import { createTicket } from '../resources/tickets/create.ts'
import { enqueueTicket } from '../resources/tickets/enqueue.ts'
import { linkConversation } from '../resources/tickets/link.ts'
import { replyToTicket } from '../resources/tickets/reply.ts'
import { updateTicket } from '../resources/tickets/update.ts'
import { tagTicket } from '../resources/tags/tag-ticket.ts'
import { withIds } from '../ids.ts'
import type { Act } from './act.ts'
import type { AdminKey } from './company.ts'
import type { Customers } from './customers.ts'
import { machineIds } from './ids.ts'
import { paragraph } from './paragraph.ts'
import type { PersonKey } from './people.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'

export const MACHINES = ['Grinder', 'Espresso machine', 'Filter brewer', 'Water filter']

const TYPES = {
  repair: {
    name: 'Machine repair',
    description: 'A machine at a customer is broken',
    icon: '🔧',
    category: 'Customer',
  },
  refund: { name: 'Refund', description: 'Money back for a delivery', icon: '💶', category: 'Customer' },
  stock: {
    name: 'Stock check',
    description: 'Somebody looks it up in the roastery',
    icon: '📦',
    category: 'Back-office',
  },
  recall: { name: 'Recall', description: 'A fault that many customers report', icon: '🚨', category: 'Tracker' },
} as const
type TypeKey = keyof typeof TYPES

const REPAIR_ATTRIBUTES = [
  {
    name: 'Machine',
    description: 'The machine that is broken',
    data_type: 'list',
    list_items: MACHINES.join(','),
    required_to_create: true,
  },
  { name: 'Serial number', description: 'On the plate at the back', data_type: 'string' },
  { name: 'Under warranty', description: 'Bought in the last two years', data_type: 'boolean' },
]

type Step = { after: number; admin: AdminKey } & (
  | { notes: string }
  | { says: string }
  | { moves: 'in_progress' | 'waiting_on_customer' | 'resolved' }
)

interface Script {
  type: TypeKey
  with?: PersonKey
  hours_ago: number
  title: string
  description: string
  attributes?: Record<string, string | boolean>
  assigned?: AdminKey
  tag?: string
  /** People whose conversations are linked to it. */
  links?: PersonKey[]
  steps: Step[]
}

const TICKETS: Script[] = [
  {
    type: 'repair',
    with: 'lucia',
    hours_ago: 26.5,
    title: 'Rattling grinder',
    description: 'It rattles with an empty hopper as well.',
    attributes: { Machine: 'Grinder', 'Serial number': 'GR-2217', 'Under warranty': true },
    assigned: 'tomas',
    tag: 'Machine repair',
    steps: [
      { after: 20, admin: 'tomas', moves: 'in_progress' },
      { after: 3, admin: 'tomas', notes: 'Lower burr. The part is in stock.' },
      { after: 9, admin: 'tomas', says: 'Our technician comes on Thursday at ten and brings the part.' },
    ],
  },
  {
    type: 'repair',
    with: 'amara',
    hours_ago: 60,
    title: 'Brewer stops half way',
    description: 'It stops after the first litre.',
    attributes: { Machine: 'Filter brewer' },
    assigned: 'ines',
    steps: [
      { after: 45, admin: 'ines', says: 'Could you send a picture of the display when it stops?' },
      { after: 1, admin: 'ines', moves: 'waiting_on_customer' },
    ],
  },
  {
    type: 'repair',
    with: 'jonas',
    hours_ago: 145,
    title: 'Filter light stays on',
    description: 'We changed the filter and the light is still on.',
    attributes: { Machine: 'Water filter', 'Under warranty': false },
    assigned: 'tomas',
    steps: [
      { after: 30, admin: 'tomas', says: 'Hold "Reset" for five seconds, and it goes out.' },
      { after: 200, admin: 'tomas', moves: 'resolved' },
    ],
  },
  {
    type: 'stock',
    with: 'hana',
    hours_ago: 48,
    title: 'Beans for 200 people a day',
    description: 'Can we promise 60 kg a week from next month on?',
    assigned: 'maya',
    steps: [{ after: 90, admin: 'maya', notes: '40 kg for sure, the rest once the harvest is here.' }],
  },
  {
    type: 'recall',
    hours_ago: 4.5,
    title: 'Error E4 after the last update',
    description: 'Machines of the series M leak once they show E4.',
    links: ['dev', 'lucia'],
    steps: [{ after: 15, admin: 'maya', moves: 'in_progress' }],
  },
]

interface Types {
  ids: Record<TypeKey, string>
  /** Ids of states by category. */
  states: Map<string, string>
}

/** A state that no type has yet. */
const WORKSHOP = { category: 'in_progress', internal_label: 'With the workshop', external_label: 'Being repaired' }

export async function makeTicketTypes(act: Act, now: Date): Promise<Types> {
  const ids = {} as Types['ids']
  const states: Types['states'] = new Map()
  for (const [key, body] of Object.entries(TYPES)) {
    const type = await act(createTicketType, now, { body })
    ids[key as TypeKey] = type.id
    for (const { id, category } of type.ticket_states.data) states.set(category, id)
  }
  const params = { ticket_type_id: ids.repair }
  for (const body of REPAIR_ATTRIBUTES)
    await withIds('list_items' in body ? machineIds(MACHINES) : [], () =>
      act(createTicketTypeAttribute, now, { params, body }),
    )
  return { ids, states }
}

interface Scene {
  act: Act
  staff: Staff
  customers: Customers
  /** The last conversation of each person, once it has begun. */
  begun: Map<PersonKey, string>
}

export function planTickets(timeline: Timeline, scene: Scene, types: Types): void {
  timeline.add({ days: 1 }, (at) => scene.act(createTicketState, at, { body: WORKSHOP }))
  for (const script of TICKETS) planTicket(timeline, scene, types, script)
  const { act, customers } = scene
  timeline.add({ minutes: 2 }, (at) => {
    const contacts = [{ id: customers.people.get('nora') }]
    const ticket_attributes = { _default_title_: 'House blend for Tuesday' }
    return act(enqueueTicket, at, { body: { ticket_type_id: types.ids.stock, contacts, ticket_attributes } })
  })
}

function planTicket(
  timeline: Timeline,
  { act, staff, customers, begun }: Scene,
  { ids, states }: Types,
  script: Script,
): void {
  const { hours_ago: hours, title, description, assigned, tag, links = [] } = script
  let params = { ticket_id: '' }
  timeline.add({ hours }, async (at) => {
    const body = {
      ticket_type_id: ids[script.type],
      ...(script.with && { contacts: [{ id: customers.people.get(script.with) }] }),
      ticket_attributes: { _default_title_: title, _default_description_: description, ...script.attributes },
      ...(assigned && { assignment: { admin_assignee_id: staff.admins[assigned] } }),
    }
    params = { ticket_id: (await act(createTicket, at, { body }, staff.admins[assigned ?? 'maya'])).id }
    if (tag)
      await act(tagTicket, at, {
        params,
        body: { id: staff.tags.get(tag), admin_id: staff.admins[assigned ?? 'maya'] },
      })
    for (const linked of links)
      await act(linkConversation, at, { params, body: { conversation_id: begun.get(linked) } })
  })
  let minutes = 0
  for (const step of script.steps) {
    minutes -= step.after
    const admin_id = staff.admins[step.admin]
    timeline.add({ hours, minutes }, (at) => {
      if ('moves' in step)
        return act(updateTicket, at, { params, body: { ticket_state_id: states.get(step.moves), admin_id } })
      const [message_type, text] = 'notes' in step ? ['note', step.notes] : ['comment', step.says]
      return act(replyToTicket, at, { params, body: { type: 'admin', message_type, admin_id, body: paragraph(text) } })
    })
  }
}

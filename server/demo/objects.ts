/** Orders of the customers as custom objects, news for them, and macros of the team. */
import { createCustomObjectInstance } from '../resources/custom-objects/create-instance.ts'
import { createCustomObjectRelationship } from '../resources/custom-objects/settings/create-relationship.ts'
import { createCustomObjectType } from '../resources/custom-objects/settings/create.ts'
import { createMacro } from '../resources/macros/settings/create.ts'
import { createNewsItem } from '../resources/news-items/create.ts'
import { listNewsfeeds } from '../resources/newsfeeds/settings/list.ts'
import { unix } from '../clock.ts'
import type { Act } from './act.ts'
import type { TeamKey } from './company.ts'
import { personId } from './ids.ts'
import type { PersonKey } from './people.ts'
import type { Staff } from './staff.ts'
import type { Timeline } from './timeline.ts'

const TYPE = {
  identifier: 'Order',
  name: 'Order',
  description: 'Purchases of coffee and machines',
  attributes: [
    { name: 'order_number', data_type: 'string', label: 'Order number' },
    { name: 'total_amount', data_type: 'float', label: 'Total amount' },
    { name: 'status', data_type: 'string', label: 'Status', options: ['Roasting', 'On its way', 'Delivered'] },
  ],
}
const RELATIONSHIPS = [
  { name: 'customer', related_to: 'contact', related_name: 'orders', cardinality: 'many_to_one' },
  { name: 'conversations', related_to: 'conversation', related_name: 'order', cardinality: 'one_to_many' },
]

const ORDERS: { by: PersonKey; hours: number; number: string; total: number; status: string }[] = [
  { by: 'nora', hours: 30, number: 'FH-1041', total: 84.5, status: 'Delivered' },
  { by: 'dev', hours: 26, number: 'FH-1042', total: 312, status: 'On its way' },
  { by: 'nora', hours: 4, number: 'FH-1043', total: 42.25, status: 'Roasting' },
]

const NEWS = [
  {
    days: 12,
    title: 'A new harvest from Ethiopia',
    body: '<p>Our first <b>Guji</b> of the year is in: peach, jasmine, and a long finish.</p>',
    labels: ['Coffee'],
    reactions: ['😍', '☕', '👍'],
    state: 'live',
  },
  {
    days: 5,
    title: 'Deliveries on Saturday',
    body: '<p>From next month on we deliver to offices and cafés on Saturday mornings, too.</p>',
    labels: ['Delivery'],
    reactions: ['👍'],
    state: 'live',
  },
  {
    days: 1,
    title: 'Grinders are back',
    body: '<p>Fresh from the workshop.</p>',
    labels: ['Equipment'],
    state: 'draft',
  },
]

const MACROS: { name: string; body: string; available_on?: string[]; team?: TeamKey }[] = [
  {
    name: 'Order is on its way',
    body: "<p>Hi {{user.first_name | fallback: 'there'}},</p><p>your order has left our roastery.</p>",
  },
  {
    name: 'Refund',
    body: "<p>Dear {{user.name | fallback: 'customer'}},</p><p>we have refunded the amount to {{company.name | fallback: 'you'}}.</p>",
    available_on: ['inbox'],
    team: 'billing',
  },
]

export function planObjects(timeline: Timeline, { act, staff }: { act: Act; staff: Staff }): void {
  timeline.add({ days: 60 }, async (at) => {
    await act(createCustomObjectType, at, { body: TYPE })
    const params = { custom_object_type_identifier: TYPE.identifier }
    for (const body of RELATIONSHIPS) await act(createCustomObjectRelationship, at, { params, body })
  })
  for (const { by, hours, number, total, status } of ORDERS)
    timeline.add({ hours }, (at) =>
      act(createCustomObjectInstance, at, {
        params: { custom_object_type_identifier: TYPE.identifier },
        body: {
          external_id: number,
          external_created_at: unix(at),
          custom_attributes: { order_number: number, total_amount: total, status, customer: personId(by) },
        },
      }),
    )
  for (const { days, ...item } of NEWS)
    timeline.add({ days }, async (at) => {
      const { data } = await act(listNewsfeeds, at, {})
      const newsfeed_assignments = [{ newsfeed_id: data[0].id }]
      await act(createNewsItem, at, { body: { ...item, sender_id: staff.admins.maya, newsfeed_assignments } })
    })
  for (const { team, ...macro } of MACROS)
    timeline.add({ days: 40 }, (at) => {
      const audience = team ? { visible_to: 'specific_teams', visible_to_team_ids: [staff.teams[team]] } : {}
      return act(createMacro, at, { body: { ...macro, ...audience } })
    })
}

/** The ticket on the wire. Its id is that of its conversation; `ticket_id` is the number that people see. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import { CreatedAt, described, Id, IdOf, model, Nullable, Timestamp } from '../../schema/types.ts'
import type { PartRow } from '../../threads/thread.ts'
import { LinkedObjects, presentLinks } from '../conversations/linked-objects.ts'
import {
  Category,
  presentTicketStateOfType,
  presentTypeOfTicket,
  TicketStateOfType,
  TicketType,
  type WholeType,
} from '../ticket-types/ticket-type.ts'
import { presentAttributes } from './attributes.ts'
import type { TicketRow } from './row.ts'
import { presentTicketPart, TicketPart } from './ticket-part.ts'

export const Ticket = model('ticket', {
  type: Type.Literal('ticket'),
  id: IdOf('ticket'),
  ticket_id: Type.String({ description: 'The number that teammates and customers see; no operation takes it.' }),
  ticket_attributes: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Every attribute of the type by its name; null, or an empty list of files, where there is no value.',
  }),
  ticket_state: described(TicketStateOfType, 'The state of the ticket.'),
  ticket_type: described(TicketType, 'The type of the ticket, without its states.'),
  contacts: described(
    Type.Object({
      type: Type.Literal('contact.list'),
      contacts: described(
        Type.Array(
          model('ticket_contact', {
            type: Type.Literal('contact'),
            id: IdOf('contact'),
            external_id: described(
              Nullable(Type.String()),
              'The id of the contact in your own system; null if it has none.',
            ),
            role: Type.String({ description: '`user` or `lead`.' }),
          }),
        ),
        'All of them.',
      ),
    }),
    'The contacts that the ticket is about.',
  ),
  admin_assignee_id: Type.Integer({ description: 'The id of the assigned admin, or 0.' }),
  team_assignee_id: Type.Integer({ description: 'The id of the assigned team, or 0.' }),
  created_at: CreatedAt('ticket'),
  updated_at: described(Timestamp, 'When anything last happened to the ticket.'),
  ticket_parts: described(
    Type.Object({
      type: Type.Literal('ticket_part.list'),
      ticket_parts: Type.Array(TicketPart, { description: 'The newest 500, oldest first.' }),
      total_count: described(Type.Integer(), 'The number of parts of the ticket.'),
    }),
    'The messages, notes and changes of the ticket.',
  ),
  open: Type.Boolean({ description: 'False once it is closed.' }),
  snoozed_until: described(
    Type.Optional(Nullable(Timestamp)),
    'When the ticket wakes up. Absent if it is not snoozed.',
  ),
  linked_objects: described(LinkedObjects, 'The tickets and conversations that it is linked to.'),
  category: described(Category, 'The category of its type.'),
  is_shared: Type.Boolean({ description: 'True if its contacts see it.' }),
  company_id: described(
    Type.Optional(Nullable(Id)),
    'The id of the company that it is about. Absent if there is none.',
  ),
  previous_ticket_state_id: described(
    Nullable(Id),
    'The id of the state before the present one; null if there was none.',
  ),
})
export type TicketWire = Static<typeof Ticket>

export interface WholeTicket {
  row: TicketRow
  type: WholeType
  parts: PartRow[]
}

export function presentTicket(workspace: Workspace, { row, type, parts }: WholeTicket): TicketWire {
  return {
    type: 'ticket',
    id: String(row.id),
    ticket_id: String(row.ticket_number),
    ticket_attributes: {
      ...listsIn(row.custom_attributes),
      ...presentAttributes(type.attributes, row.ticket_attributes),
    },
    ticket_state: presentTicketStateOfType(row.ticket_state),
    ticket_type: presentTypeOfTicket(workspace, type),
    contacts: {
      type: 'contact.list',
      contacts: row.contacts.map((contact) => ({ type: 'contact', ...contact })),
    },
    admin_assignee_id: row.admin_assignee_id ?? 0,
    team_assignee_id: row.team_assignee_id ?? 0,
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    ticket_parts: {
      type: 'ticket_part.list',
      ticket_parts: parts.map(presentTicketPart),
      // The thread counts its source with its parts.
      total_count: Math.max(parts.length, row.count_conversation_parts - 1),
    },
    open: row.state !== 'closed',
    ...(row.snoozed_until !== null && { snoozed_until: unix(row.snoozed_until) }),
    linked_objects: presentLinks(row),
    category: type.row.category as TicketWire['category'],
    is_shared: row.is_shared,
    ...(row.company_id !== null && { company_id: row.company_id }),
    previous_ticket_state_id: row.previous_ticket_state_id === null ? null : String(row.previous_ticket_state_id),
  }
}

/** The custom objects that the ticket refers to. Its conversation stores them. */
const listsIn = (attributes: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes as object).filter(([, value]) => typeof value === 'object' && value !== null),
  )

/** The ticket on the wire. Its id is that of its conversation; `ticket_id` is the number that people see. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import { Id, model, Nullable, Timestamp } from '../../schema/types.ts'
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
  id: Id,
  ticket_id: Type.String({ description: 'The number that teammates and customers see; no operation takes it.' }),
  ticket_attributes: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Every attribute of the type by its name; null, or an empty list of files, where there is no value.',
  }),
  ticket_state: TicketStateOfType,
  ticket_type: TicketType,
  contacts: Type.Object({
    type: Type.Literal('contact.list'),
    contacts: Type.Array(
      model('ticket_contact', {
        type: Type.Literal('contact'),
        id: Id,
        external_id: Nullable(Type.String()),
        role: Type.String({ description: '`user` or `lead`.' }),
      }),
    ),
  }),
  admin_assignee_id: Type.Integer({ description: 'The id of the assigned admin, or 0.' }),
  team_assignee_id: Type.Integer({ description: 'The id of the assigned team, or 0.' }),
  created_at: Timestamp,
  updated_at: Timestamp,
  ticket_parts: Type.Object({
    type: Type.Literal('ticket_part.list'),
    ticket_parts: Type.Array(TicketPart, { description: 'The newest 500, oldest first.' }),
    total_count: Type.Integer(),
  }),
  open: Type.Boolean({ description: 'False once it is closed.' }),
  snoozed_until: Type.Optional(Nullable(Timestamp)),
  linked_objects: LinkedObjects,
  category: Category,
  is_shared: Type.Boolean({ description: 'True if its contacts see it.' }),
  company_id: Type.Optional(Nullable(Id)),
  previous_ticket_state_id: Nullable(Id),
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
    ticket_attributes: presentAttributes(type.attributes, row.ticket_attributes),
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

/**
 * The ticket state on the wire, as the list of a workspace's states shows it: with its two labels,
 * one for teammates and one for customers, and the ticket types that have it.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { TicketStatesRow } from '../../db/types/ticket_states.ts'
import { Id, list, model } from '../../schema/types.ts'

/** The form of a ticket type in such a list: without its attributes and its other states. */
const TypeOfState = Type.Object({
  type: Type.Literal('ticket_type'),
  id: Id,
  name: Type.String(),
  description: Type.String(),
  icon: Type.String(),
  archived: Type.Boolean(),
  is_internal: Type.Boolean(),
  category: Type.Enum(['Customer', 'Back-office', 'Tracker']),
})

export const TicketState = model('ticket_state_detailed', {
  type: Type.Literal('ticket_state'),
  id: Id,
  category: Type.Enum(['submitted', 'in_progress', 'waiting_on_customer', 'resolved']),
  internal_label: Type.String(),
  external_label: Type.String(),
  ticket_types: list(TypeOfState),
  archived: Type.Boolean(),
})

type TicketStateWire = Static<typeof TicketState>

export type TicketStateRow = TicketStatesRow & { ticket_types: Omit<Static<typeof TypeOfState>, 'type'>[] }

export function presentTicketState(row: TicketStateRow): TicketStateWire {
  return {
    type: 'ticket_state',
    id: String(row.id),
    category: row.category as TicketStateWire['category'],
    internal_label: row.internal_label,
    external_label: row.external_label,
    ticket_types: { type: 'list', data: row.ticket_types.map((type) => ({ type: 'ticket_type' as const, ...type })) },
    archived: row.archived,
  }
}

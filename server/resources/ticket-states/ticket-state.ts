/**
 * The ticket state on the wire, as the list of a workspace's states shows it: with its two labels,
 * one for teammates and one for customers, and the ticket types that have it.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { TicketStatesRow } from '../../db/types/ticket_states.ts'
import { described, IdOf, list, model } from '../../schema/types.ts'
import { Category, StateCategory } from '../ticket-types/ticket-type.ts'

/** The form of a ticket type in such a list: without its attributes and its other states. */
const TypeOfState = Type.Object({
  type: Type.Literal('ticket_type'),
  id: IdOf('ticket type'),
  name: described(Type.String(), 'The name.'),
  description: described(Type.String(), 'A note on what its tickets are about.'),
  icon: described(Type.String(), 'An emoji that stands for it.'),
  archived: described(Type.Boolean(), 'True if no new tickets are of this type.'),
  is_internal: described(Type.Boolean(), 'True if customers do not see its tickets.'),
  category: Category,
})

export const TicketState = model('ticket_state_detailed', {
  type: Type.Literal('ticket_state'),
  id: IdOf('ticket state'),
  category: StateCategory,
  internal_label: described(Type.String(), 'The name that admins see.'),
  external_label: described(Type.String(), 'The name that customers see.'),
  ticket_types: described(list(TypeOfState), 'The ticket types whose tickets can be in this state.'),
  archived: described(Type.Boolean(), 'True if no more tickets are put into this state.'),
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

/**
 * The ticket type on the wire. A ticket shows its type without the states; a ticket state shows its types without
 * attributes and states (ticket-states/ticket-state.ts).
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { TicketStatesRow } from '../../db/types/ticket_states.ts'
import type { TicketTypeAttributesRow } from '../../db/types/ticket_type_attributes.ts'
import type { TicketTypesRow } from '../../db/types/ticket_types.ts'
import { CreatedAt, described, IdOf, list, model, UpdatedAt } from '../../schema/types.ts'
import { presentTicketTypeAttribute, TicketTypeAttribute } from './ticket-type-attribute.ts'

export const CATEGORIES = ['Customer', 'Back-office', 'Tracker'] as const
export const Category = described(
  Type.Enum([...CATEGORIES]),
  'The kind of tickets: from customers, from teams in the back office, or trackers of problems that many share.',
)
export type Category = (typeof CATEGORIES)[number]

export const STATE_CATEGORIES = ['submitted', 'in_progress', 'waiting_on_customer', 'resolved'] as const
export const StateCategory = described(Type.Enum([...STATE_CATEGORIES]), 'The progress of a ticket in this state.')

export const TicketStateOfType = model('ticket_state', {
  type: Type.Literal('ticket_state'),
  id: IdOf('ticket state'),
  category: StateCategory,
  internal_label: Type.String({ description: 'Its label for teammates.' }),
  external_label: Type.String({ description: 'Its label for customers.' }),
})

export const presentTicketStateOfType = (row: TicketStatesRow): Static<typeof TicketStateOfType> => ({
  type: 'ticket_state',
  id: String(row.id),
  category: row.category as Static<typeof StateCategory>,
  internal_label: row.internal_label,
  external_label: row.external_label,
})

export const TicketType = model('ticket_type', {
  type: Type.Literal('ticket_type'),
  id: IdOf('ticket type'),
  name: Type.String({ description: 'The name of the type.' }),
  description: Type.String({ description: 'A sentence about its use; empty if there is none.' }),
  icon: Type.String({ description: 'An emoji.' }),
  workspace_id: described(Type.String(), 'The id of the workspace.'),
  archived: Type.Boolean({ description: 'True if no new tickets of the type are created.' }),
  created_at: CreatedAt('ticket type'),
  updated_at: UpdatedAt('ticket type'),
  is_internal: Type.Boolean({ description: 'True if contacts never see its tickets.' }),
  ticket_type_attributes: described(
    Type.Object({
      type: Type.Literal('list'),
      data: Type.Array(TicketTypeAttribute, { description: 'Its attributes in their order, archived ones too.' }),
    }),
    'The attributes of its tickets.',
  ),
  category: Category,
  ticket_states: described(
    Type.Optional(list(TicketStateOfType)),
    'The states in use that its tickets can be in, the oldest first. Absent in tickets.',
  ),
})
export type TicketTypeWire = Static<typeof TicketType>

export interface WholeType {
  row: TicketTypesRow
  /** In their order. */
  attributes: TicketTypeAttributesRow[]
  /** In use, the oldest first. */
  states: TicketStatesRow[]
}

/** With its states, as operations on types show it. */
export const presentTicketType = (workspace: Workspace, type: WholeType): TicketTypeWire => ({
  ...presentTypeOfTicket(workspace, type),
  ticket_states: { type: 'list', data: type.states.map(presentTicketStateOfType) },
})

/** Without its states, as tickets show it. */
export const presentTypeOfTicket = (workspace: Workspace, { row, attributes }: WholeType): TicketTypeWire => ({
  type: 'ticket_type',
  id: String(row.id),
  name: row.name,
  description: row.description,
  icon: row.icon,
  workspace_id: workspace.app_id,
  archived: row.archived,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  is_internal: row.is_internal,
  ticket_type_attributes: {
    type: 'list',
    data: attributes.map((attribute) => presentTicketTypeAttribute(workspace, attribute)),
  },
  category: row.category as Category,
})

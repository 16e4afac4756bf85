/** The ticket that a conversation is, as the conversation shows it: in a form of its own. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { fragment } from '../../db/pool.ts'
import { described, model, Nullable } from '../../schema/types.ts'
import type { TicketTypeAttributesRow } from '../../db/types/ticket_type_attributes.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { keyOf, presentOne, shownOf } from '../tickets/attributes.ts'
import type { LinkedRow } from './linked-objects.ts'

export const TicketOfConversation = model('conversation_ticket', {
  type: Type.Literal('ticket'),
  id: described(Type.Integer(), 'The id of the ticket, which is that of the conversation.'),
  url: described(Nullable(Type.String()), 'Always null.'),
  custom_attributes: described(
    Type.Record(Type.String(), Type.Object({ value: Type.Unknown(), type: Type.String() })),
    'The attributes of the ticket by their names, each with its `value` and the `type` of it.',
  ),
  state: Type.String({ description: 'The category of its state.' }),
  ticket_type: Type.String({ description: 'The name of its type.' }),
  ticket_type_description: described(Type.String(), 'A sentence about the use of its type; empty if there is none.'),
  ticket_type_emoji: described(Type.String(), 'The emoji of its type.'),
  ticket_custom_state_admin_label: Type.String({ description: 'The label of its state for teammates.' }),
  ticket_custom_state_user_label: Type.String({ description: 'The label of its state for customers.' }),
})

export interface TicketFacts {
  category: string
  name: string
  description: string
  icon: string
  state: string
  internal_label: string
  external_label: string
  attributes: TicketTypeAttributesRow[]
}

/** A column of `threads`, unaliased. */
export const ticketColumn = fragment`
  case when threads.ticket_type_id is null then null else (
    select json_build_object('category', type.category, 'name', type.name, 'description', type.description,
      'icon', type.icon, 'state', state.category, 'internal_label', state.internal_label,
      'external_label', state.external_label, 'attributes', (
        select json_agg(a order by a.position, a.id) from ticket_type_attributes a
        where a.workspace_id = type.workspace_id and a.ticket_type_id = type.id))
    from ticket_types type
    join ticket_states state on state.workspace_id = type.workspace_id and state.id = threads.ticket_state_id
    where type.workspace_id = threads.workspace_id and type.id = threads.ticket_type_id) end as ticket`

interface Row extends Omit<ThreadRow, 'office_hours'>, LinkedRow {
  ticket: TicketFacts | null
}

export function presentTicketOfConversation(row: Row): Static<typeof TicketOfConversation> | null {
  const { ticket, ticket_attributes: stored } = row
  if (!ticket) return null
  return {
    type: 'ticket',
    id: row.id,
    url: null,
    custom_attributes: Object.fromEntries(
      shownOf(ticket.attributes, stored).map((attribute) => {
        const value = stored[keyOf(attribute)]
        return [
          attribute.name,
          { value: value === undefined ? null : presentOne(attribute, value), type: attribute.data_type },
        ]
      }),
    ),
    state: ticket.state,
    ticket_type: ticket.name,
    ticket_type_description: ticket.description,
    ticket_type_emoji: ticket.icon,
    ticket_custom_state_admin_label: ticket.internal_label,
    ticket_custom_state_user_label: ticket.external_label,
  }
}

/** Attributes of a conversation that every ticket has, and a tracker besides. */
export function ticketAttributes({ ticket, source_type, source_admin_id, link_count }: Row): Record<string, unknown> {
  if (!ticket) return {}
  return {
    'Ticket category': `${ticket.category} ticket`,
    ...(source_type === 'ticket' && { 'Created by': source_admin_id }),
    ...(ticket.category === 'Tracker' && { 'Customer reports': link_count }),
  }
}

/** Moves of a ticket from one state to another. */
import { apiError, parameterInvalid } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { TicketStatesRow } from '../../db/types/ticket_states.ts'
import { byAdmin, type Actor } from '../../threads/actors.ts'
import { STATE_CATEGORIES, type WholeType } from '../ticket-types/ticket-type.ts'
import type { Occurrence } from './record.ts'

/** The first state in use of the category `submitted`. @throws 400 where the type has none */
export function initialState({ states }: WholeType): TicketStatesRow {
  const state = states.find(({ category }) => category === 'submitted') ?? states[0]
  if (!state) throw parameterInvalid('Ticket type has no ticket states')
  return state
}

const invalidState = () =>
  apiError(400, 'ticket_state_id_invalid', 'Ticket state id is not valid or is not associated with the ticket type')

/** @throws 400 ticket_state_id_invalid */
export function findState({ states }: WholeType, id: string | number): TicketStatesRow {
  const state = states.find((one) => one.id === numberId(id))
  if (!state) throw invalidState()
  return state
}

/** The category of a state of the type; `submitted` for one that the type does not have any more. */
export const categoryOf = ({ states }: WholeType, id: number): string =>
  states.find((one) => one.id === id)?.category ?? 'submitted'

/** The first state of a category, as versions before `ExpandTicketState` name it. @throws 400 ticket_state_id_invalid */
export function findStateByCategory({ states }: WholeType, word: string): TicketStatesRow {
  const state = (STATE_CATEGORIES as readonly string[]).includes(word)
    ? states.find(({ category }) => category === word)
    : undefined
  if (!state) throw invalidState()
  return state
}

/** The assignment of a ticket to an admin, a team, or nobody. */
export const assignmentOf = (
  actor: Actor,
  at: Date,
  { type, id }: { type: string; id: number | null },
): Occurrence['parts'][number] => ({
  part: {
    part_type: 'assignment',
    ...byAdmin(actor),
    assigned_to_type: type,
    assigned_to_id: id,
    created_at: at,
  },
  topics: [type === 'team' ? 'ticket.team.assigned' : 'ticket.admin.assigned'],
})

/** Resolving closes the ticket first; leaving the resolved states opens it. */
export function stateMoves(actor: Actor, at: Date, { from, to }: { from: string; to: string }): Occurrence {
  const author = byAdmin(actor)
  const parts: Occurrence['parts'] = []
  const resolves = to === 'resolved' && from !== 'resolved'
  if (resolves) parts.push({ part: { part_type: 'close', ...author, created_at: at }, topics: ['ticket.closed'] })
  if (from === 'resolved' && to !== 'resolved')
    parts.push({ part: { part_type: 'open', ...author, created_at: at }, topics: [] })
  parts.push({
    part: {
      part_type: 'ticket_state_updated_by_admin',
      ...author,
      event_details: { ticket_state: to, previous_ticket_state: from },
      created_at: at,
    },
    topics: ['ticket.state.updated', ...(resolves ? ['ticket.resolved'] : [])],
  })
  return { parts, changes: {} }
}

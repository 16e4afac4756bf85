import { operation } from '../../../http/operation.ts'
import { presentTicketState, TicketState } from '../ticket-state.ts'
import { columnsOf, NewTicketState } from './details.ts'
import { getTicketState, insertTicketState } from './queries.ts'
import { described } from '../../../schema/types.ts'

export const createTicketState = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/ticket_states',
  group: 'Ticket states',
  summary: 'Create a ticket state',
  body: described(NewTicketState, 'The new state.'),
  reply: TicketState,
  answer: 'The new state.',
  handle: async (ctx, { body }) => {
    const { db, workspaceId, now } = ctx
    const state = { ...body, ...columnsOf(body) }
    const { category, internal_label, external_label } = state
    const columns = { category, internal_label, external_label, created_at: now, updated_at: now }
    return presentTicketState(await getTicketState(db, workspaceId, await insertTicketState(db, workspaceId, columns)))
  },
})

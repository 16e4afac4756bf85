import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { presentTicketState, TicketState } from '../ticket-state.ts'
import * as queries from './queries.ts'

export const archiveTicketState = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/ticket_states/{ticket_state_id}/archive',
  group: 'Ticket states',
  summary: 'Archive a ticket state',
  description: 'Not the last one of its category. Tickets that are in it stay in it.',
  params: Type.Object({ ticket_state_id: Type.String() }),
  reply: TicketState,
  answer: 'The archived state.',
  refusals: { 409: 'The state is the last one in use of its category.' },
  handle: async (ctx, { params }) => {
    const { db, workspaceId, now } = ctx
    await lockWorkspace(db, workspaceId)
    const state = await queries.getTicketState(db, workspaceId, params.ticket_state_id)
    if (!state.archived) await queries.refuseLast(db, workspaceId, state)
    await queries.updateTicketState(db, workspaceId, state.id, { archived: true, updated_at: now })
    return presentTicketState({ ...state, archived: true })
  },
})

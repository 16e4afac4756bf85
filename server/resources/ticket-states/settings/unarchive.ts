import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { presentTicketState, TicketState } from '../ticket-state.ts'
import * as queries from './queries.ts'

export const unarchiveTicketState = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/ticket_states/{ticket_state_id}/unarchive',
  group: 'Ticket states',
  summary: 'Take a ticket state back into use',
  description: 'One that was archived can be given to tickets again.',
  params: Type.Object({ ticket_state_id: Type.String() }),
  reply: TicketState,
  answer: 'The state, which can be used again.',
  handle: async (ctx, { params }) => {
    const { db, workspaceId, now } = ctx
    await lockWorkspace(db, workspaceId)
    const state = await queries.getTicketState(db, workspaceId, params.ticket_state_id)
    await queries.updateTicketState(db, workspaceId, state.id, { archived: false, updated_at: now })
    return presentTicketState({ ...state, archived: false })
  },
})

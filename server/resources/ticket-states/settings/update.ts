import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { presentTicketState, TicketState } from '../ticket-state.ts'
import { columnsOf, readTypeIds, TicketStateDetails } from './details.ts'
import * as queries from './queries.ts'
import { described } from '../../../schema/types.ts'

export const updateTicketState = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/ticket_states/{ticket_state_id}',
  group: 'Ticket states',
  summary: 'Update a ticket state',
  description: 'Missing properties stay as they are. The last state of a category cannot move to another.',
  params: Type.Object({ ticket_state_id: Type.String() }),
  body: described(TicketStateDetails, 'The details to change.'),
  reply: TicketState,
  answer: 'The state with its new details.',
  refusals: { 409: 'The state is the last one in use of its category.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const columns = columnsOf(body)
    const typeIds = readTypeIds(body.ticket_type_ids)
    await lockWorkspace(db, workspaceId)
    const state = await queries.getTicketState(db, workspaceId, params.ticket_state_id)
    if (columns.category !== undefined && columns.category !== state.category && !state.archived)
      await queries.refuseLast(db, workspaceId, state)
    await queries.updateTicketState(db, workspaceId, state.id, { ...columns, updated_at: now })
    if (typeIds) await queries.setTypesOfState(db, workspaceId, state.id, typeIds)
    return presentTicketState(await queries.getTicketState(db, workspaceId, state.id))
  },
})

import { operation } from '../../../http/operation.ts'
import { presentTicketState, TicketState } from '../ticket-state.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { columnsOf, NewTicketState, readTypeIds } from './details.ts'
import { getTicketState, insertTicketState, setTypesOfState } from './queries.ts'
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
  refusals: { 404: 'A ticket type does not exist.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId, now } = ctx
    const state = { ...body, ...columnsOf(body) }
    const { category, internal_label, external_label } = state
    const columns = { category, internal_label, external_label, created_at: now, updated_at: now }
    const typeIds = readTypeIds(body.ticket_type_ids)
    await lockWorkspace(db, workspaceId)
    const id = await insertTicketState(db, workspaceId, columns)
    await setTypesOfState(db, workspaceId, id, typeIds)
    return presentTicketState(await getTicketState(db, workspaceId, id))
  },
})

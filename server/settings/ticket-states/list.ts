import { operation } from '../../http/operation.ts'
import { list } from '../../http/schemas.ts'
import * as ticketStates from '../../resources/ticket-states/queries.ts'
import { presentTicketState, TicketState } from '../../resources/ticket-states/ticket-state.ts'

export const listTicketStates = operation({
  method: 'GET',
  path: '/parley/ticket_states',
  group: 'Ticket states',
  summary: 'List all ticket states',
  description: 'Archived states are among them, and say so.',
  reply: list(TicketState),
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await ticketStates.listTicketStates(ctx.db, ctx.workspaceId)).map(presentTicketState),
  }),
})

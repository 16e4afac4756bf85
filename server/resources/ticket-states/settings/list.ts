import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import * as ticketStates from '../queries.ts'
import { presentTicketState, TicketState } from '../ticket-state.ts'

export const listTicketStates = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/ticket_states',
  group: 'Ticket states',
  summary: 'List all ticket states',
  description: 'Archived states are among them, and say so.',
  reply: list(TicketState),
  answer: 'All ticket states.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await ticketStates.listTicketStates(ctx.db, ctx.workspaceId)).map(presentTicketState),
  }),
})

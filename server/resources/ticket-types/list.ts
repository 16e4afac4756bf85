import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { listTicketTypes as readTicketTypes } from './queries.ts'
import { presentTicketType, TicketType } from './ticket-type.ts'

export const listTicketTypes = operation({
  method: 'GET',
  path: '/ticket_types',
  group: 'Ticket Types',
  summary: 'List all ticket types',
  description: 'The oldest first. Archived types are among them.',
  reply: list(TicketType),
  answer: 'All ticket types.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await readTicketTypes(ctx.db, ctx.workspaceId)).map((type) => presentTicketType(ctx.workspace, type)),
  }),
})

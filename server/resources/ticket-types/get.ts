import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { getTicketType as readTicketType } from './queries.ts'
import { presentTicketType, TicketType } from './ticket-type.ts'

export const getTicketType = operation({
  method: 'GET',
  path: '/ticket_types/{ticket_type_id}',
  group: 'Ticket Types',
  summary: 'Retrieve a ticket type',
  params: Type.Object({ ticket_type_id: Type.String() }),
  reply: TicketType,
  answer: 'The type with its attributes and states.',
  handle: async (ctx, { params }) =>
    presentTicketType(ctx.workspace, await readTicketType(ctx.db, ctx.workspaceId, params.ticket_type_id)),
})

import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { readTicket } from './read.ts'
import { Ticket } from './ticket.ts'

export const getTicket = operation({
  method: 'GET',
  path: '/tickets/{ticket_id}',
  group: 'Tickets',
  summary: 'Retrieve a ticket',
  description: 'By its `id`, which its conversation has too; `ticket_id` is only the number that people see.',
  params: Type.Object({ ticket_id: Type.String() }),
  reply: Ticket,
  answer: 'The ticket with its parts.',
  handle: (ctx, { params }) => readTicket(ctx, params.ticket_id),
})

import { operation } from '../../http/operation.ts'
import { createTicketNow, NewTicketBody } from './creation.ts'
import { Ticket } from './ticket.ts'

export const createTicket = operation({
  method: 'POST',
  path: '/tickets',
  group: 'Tickets',
  summary: 'Create a ticket',
  description:
    'A ticket of a type, about contacts. An email that nobody has makes a lead. Customer and back-office tickets need ' +
    'a contact, a tracker does not. Every ticket is a conversation with the same id.',
  body: NewTicketBody,
  reply: Ticket,
  answer: 'The new ticket.',
  refusals: { 404: 'The ticket type, a contact, the company or the conversation does not exist.' },
  handle: (ctx, { body }) => createTicketNow(ctx, body),
})

import Type from 'typebox'
import { model } from '../../schema/types.ts'
import { Contact } from '../contacts/contact.ts'
import { TicketJob } from './job.ts'
import { Ticket, type TicketWire } from './ticket.ts'
import { TicketPart } from './ticket-part.ts'

/** A ticket and the part that a delivery is about. */
const TicketTicketPart = model('ticket_ticket_part', {
  type: Type.Literal('ticket_ticket_part'),
  ticket: Ticket,
  ticket_part: TicketPart,
})

const TicketContact = Type.Object({ ticket: Ticket, contact: Contact })

/** Webhook topics of tickets and the model of each. */
export const ticketTopics = {
  'ticket.admin.assigned': TicketTicketPart,
  'ticket.admin.replied': TicketTicketPart,
  'ticket.admin.snoozed': Ticket,
  'ticket.admin.unsnoozed': Ticket,
  'ticket.attribute.updated': TicketTicketPart,
  'ticket.closed': Ticket,
  'ticket.contact.attached': TicketContact,
  'ticket.contact.detached': TicketContact,
  'ticket.contact.replied': TicketTicketPart,
  'ticket.created': Ticket,
  'ticket.note.created': TicketTicketPart,
  'ticket.rating.provided': Ticket,
  'ticket.resolved': Ticket,
  'ticket.state.updated': Ticket,
  'ticket.team.assigned': TicketTicketPart,
}

export const jobTopics = { 'job.completed': TicketJob }

const OF_PARTS = new Set(
  Object.entries(ticketTopics)
    .filter(([, item]) => (item as unknown) === TicketTicketPart)
    .map(([topic]) => topic),
)

/** The item of a topic: the whole ticket, or the ticket and its part. */
export function ticketItem(topic: string, ticket: TicketWire, partId: number): object {
  if (!OF_PARTS.has(topic))
    return { ...ticket, snoozed_until: ticket.snoozed_until ?? null, company_id: ticket.company_id ?? null }
  const { snoozed_until: _, company_id: __, ...bare } = ticket
  const ticket_part = ticket.ticket_parts.ticket_parts.find(({ id }) => id === String(partId))
  return { type: 'ticket_ticket_part', ticket: bare, ticket_part }
}

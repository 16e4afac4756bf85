import Type from 'typebox'
import { described, model, Nullable, Timestamp, Id, IdOf } from '../../schema/types.ts'
import { DeliveredParticipant } from '../contacts/delivered-contact.ts'
import { TicketOfConversation } from '../conversations/ticket-of-conversation.ts'
import { TicketJob } from './job.ts'
import { Ticket, type TicketWire } from './ticket.ts'
import { TicketPart } from './ticket-part.ts'

/** Deliveries name the channel of a ticket, which answers do not. */
const channel = described(Type.String(), 'The channel in which it began, such as `messenger` or `email`.')
export type ToldTicket = TicketWire & { channel: string }

const { snoozed_until: _, linked_objects, category, is_shared, company_id: __, ...first } = Ticket.properties

/** A delivery about a ticket alone has all keys. */
const WholeTicket = model('ticket', {
  ...first,
  snoozed_until: described(Nullable(Timestamp), 'When the ticket wakes up; null if it is not snoozed.'),
  linked_objects,
  category,
  is_shared,
  company_id: described(Nullable(Id), 'The id of the company that it is about; null if there is none.'),
  channel,
})

/** Captured in this topic alone: a contact is told by its id and role. */
const ClosedTicket = model('ticket', {
  ...WholeTicket.properties,
  contacts: described(
    Type.Object({
      type: Type.Literal('contact.list'),
      contacts: described(
        Type.Array(Type.Object({ id: IdOf('contact'), role: Type.String({ description: '`user` or `lead`.' }) })),
        'All of them.',
      ),
    }),
    'The contacts that the ticket is about.',
  ),
})

const TicketOfPart = model('ticket', { ...first, linked_objects, category, is_shared, channel })

/** A ticket and the part that a delivery is about. */
const TicketTicketPart = model('ticket_ticket_part', {
  type: Type.Literal('ticket_ticket_part'),
  ticket: TicketOfPart,
  ticket_part: TicketPart,
})

/** The ticket in the short form that its conversation shows. */
const TicketContact = Type.Object({ ticket: TicketOfConversation, contact: DeliveredParticipant })

/** Webhook topics of tickets and the model of each. */
export const ticketTopics = {
  'ticket.admin.assigned': TicketTicketPart,
  'ticket.admin.replied': TicketTicketPart,
  'ticket.admin.snoozed': WholeTicket,
  'ticket.admin.unsnoozed': WholeTicket,
  'ticket.attribute.updated': TicketTicketPart,
  'ticket.closed': ClosedTicket,
  'ticket.contact.attached': TicketContact,
  'ticket.contact.detached': TicketContact,
  'ticket.contact.replied': TicketTicketPart,
  'ticket.created': WholeTicket,
  'ticket.note.created': TicketTicketPart,
  'ticket.rating.provided': WholeTicket,
  'ticket.resolved': WholeTicket,
  'ticket.state.updated': WholeTicket,
  'ticket.team.assigned': TicketTicketPart,
}

export const jobTopics = { 'job.completed': TicketJob }

const OF_PARTS = new Set(
  Object.entries(ticketTopics)
    .filter(([, item]) => (item as unknown) === TicketTicketPart)
    .map(([topic]) => topic),
)

const inShort = ({ type, contacts }: ToldTicket['contacts']) => ({
  type,
  contacts: contacts.map(({ id, role }) => ({ id, role })),
})

/** The item of a topic: the whole ticket, or the ticket and its part. */
export function ticketItem(topic: string, ticket: ToldTicket, partId: number): object {
  const { snoozed_until, linked_objects, category, is_shared, company_id, channel, ...rest } = ticket
  if (!OF_PARTS.has(topic))
    return {
      ...rest,
      ...(topic === 'ticket.closed' && { contacts: inShort(ticket.contacts) }),
      snoozed_until: snoozed_until ?? null,
      linked_objects,
      category,
      is_shared,
      company_id: company_id ?? null,
      channel,
    }
  const ticket_part = ticket.ticket_parts.ticket_parts.find(({ id }) => id === String(partId))
  return {
    type: 'ticket_ticket_part',
    ticket: { ...rest, linked_objects, category, is_shared, channel },
    ticket_part,
  }
}

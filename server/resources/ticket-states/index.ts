/** Ticket states: what can be said of how far a ticket is. */
import { listTicketStates } from './list.ts'

export const ticketStates = [listTicketStates]

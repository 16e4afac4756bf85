/** Ticket states: what can be said of how far a ticket is. */
import { listTicketStates } from './list.ts'
import { ticketStateSettings } from './settings/index.ts'

export const ticketStates = [listTicketStates, ...ticketStateSettings]

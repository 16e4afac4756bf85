/** Ticket states: names for the progress of tickets. */
import { listTicketStates } from './list.ts'
import { ticketStateSettings } from './settings/index.ts'

export const ticketStates = [listTicketStates, ...ticketStateSettings]

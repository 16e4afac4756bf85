/** Ticket states: names for the progress of tickets. Each category has one at the least. */
import { archiveTicketState } from './archive.ts'
import { createTicketState } from './create.ts'
import { listTicketStates } from './list.ts'
import { unarchiveTicketState } from './unarchive.ts'
import { updateTicketState } from './update.ts'

export const ticketStateSettings = [
  listTicketStates,
  createTicketState,
  updateTicketState,
  archiveTicketState,
  unarchiveTicketState,
]

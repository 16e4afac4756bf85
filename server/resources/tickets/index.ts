/** Tickets: threads with a type, a state and attributes. threads/ has what they share with conversations. */
import { changeTicketType } from './change-type.ts'
import { convertToTicket } from './convert.ts'
import { createTicket } from './create.ts'
import { deleteTicket } from './delete.ts'
import { enqueueTicket } from './enqueue.ts'
import { getJobStatus } from './get-job-status.ts'
import { getTicket } from './get.ts'
import { linkConversation } from './link.ts'
import { replyToTicket } from './reply.ts'
import { searchTickets } from './search.ts'
import { unlinkConversation } from './unlink.ts'
import { updateTicket } from './update.ts'

export const tickets = [
  createTicket,
  enqueueTicket,
  searchTickets,
  getTicket,
  updateTicket,
  deleteTicket,
  replyToTicket,
  changeTicketType,
  linkConversation,
  unlinkConversation,
  convertToTicket,
  getJobStatus,
]

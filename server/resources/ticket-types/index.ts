/** Ticket types: the kinds of tickets of a workspace, with their attributes and states. */
import { createTicketTypeAttribute } from './create-attribute.ts'
import { createTicketType } from './create.ts'
import { getTicketType } from './get.ts'
import { listTicketTypes } from './list.ts'
import { updateTicketTypeAttribute } from './update-attribute.ts'
import { updateTicketType } from './update.ts'

export const ticketTypes = [
  listTicketTypes,
  createTicketType,
  getTicketType,
  updateTicketType,
  createTicketTypeAttribute,
  updateTicketTypeAttribute,
]

import { fragment } from '../../db/pool.ts'
import type { SearchedModel } from '../../search/searched-model.ts'
import { ticketSearch } from './search-fields.ts'

/** The list of tickets, as searches read it. */
export const searchedTickets: SearchedModel = {
  table: fragment`threads`,
  search: ticketSearch,
  listed: fragment`threads.listed and threads.ticket_type_id is not null`,
  orders: ['id', 'created_at', 'updated_at'],
}

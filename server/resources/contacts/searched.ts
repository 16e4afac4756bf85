import { fragment } from '../../db/pool.ts'
import type { SearchedModel } from '../../search/searched-model.ts'
import { contactSearch } from './search-fields.ts'

/** The list of contacts, as searches read it. */
export const searchedContacts: SearchedModel = {
  table: fragment`contacts`,
  search: contactSearch,
  listed: fragment`contacts.listed`,
  orders: ['created_at', 'updated_at', 'last_seen_at', 'name'],
  numbers: fragment`contact_numbers`,
}

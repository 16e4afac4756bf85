/** The lists that can be searched, as `findPage` needs to know them. */
import { fragment, type Fragment } from '../db/pool.ts'
import { companySearch } from '../resources/companies/search-fields.ts'
import { contactSearch } from '../resources/contacts/search-fields.ts'
import { conversationSearch } from '../resources/conversations/search-fields.ts'
import type { SearchFields } from './fields.ts'

export type ModelName = 'contact' | 'company' | 'conversation'

export interface SearchedModel {
  table: Fragment
  search: SearchFields
  /** The rows of the table that are in the list. */
  listed: Fragment
  /** The fields of which a btree has the order. */
  orders: readonly string[]
  /** The side table with the numbers of custom attributes. */
  numbers?: Fragment
}

export const MODELS: Record<ModelName, SearchedModel> = {
  contact: {
    table: fragment`contacts`,
    search: contactSearch,
    listed: fragment`contacts.listed`,
    orders: ['created_at', 'updated_at', 'last_seen_at', 'name'],
    numbers: fragment`contact_numbers`,
  },
  company: {
    table: fragment`companies`,
    search: companySearch,
    listed: fragment`companies.deleted_at is null and companies.user_count > 0`,
    orders: ['created_at'],
    numbers: fragment`company_numbers`,
  },
  conversation: {
    table: fragment`threads`,
    search: conversationSearch,
    listed: fragment`threads.listed`,
    orders: ['created_at', 'updated_at', 'waiting_since'],
  },
}

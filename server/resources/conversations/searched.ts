import { fragment } from '../../db/pool.ts'
import type { SearchedModel } from '../../search/searched-model.ts'
import { conversationSearch } from './search-fields.ts'

/** The list of conversations, as searches read it. */
export const searchedConversations: SearchedModel = {
  table: fragment`threads`,
  search: conversationSearch,
  listed: fragment`threads.listed`,
  orders: ['id', 'created_at', 'updated_at', 'waiting_since'],
}

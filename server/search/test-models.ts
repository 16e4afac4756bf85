/** The lists that can be searched, by name, for tests that go through all of them. */
import { searchedCompanies } from '../resources/companies/searched.ts'
import { searchedContacts } from '../resources/contacts/searched.ts'
import { searchedConversations } from '../resources/conversations/searched.ts'
import type { SearchedModel } from './searched-model.ts'

export type ModelName = 'contact' | 'company' | 'conversation'

export const MODELS: Record<ModelName, SearchedModel> = {
  contact: searchedContacts,
  company: searchedCompanies,
  conversation: searchedConversations,
}

import { fragment } from '../../db/pool.ts'
import type { SearchedModel } from '../../search/searched-model.ts'
import { companySearch } from './search-fields.ts'

/** The list of companies, as searches read it. */
export const searchedCompanies: SearchedModel = {
  table: fragment`companies`,
  search: companySearch,
  listed: fragment`companies.deleted_at is null and companies.user_count > 0`,
  orders: ['created_at'],
  numbers: fragment`company_numbers`,
}

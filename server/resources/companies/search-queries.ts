/** Searches of companies, which find only those that have contacts. */
import type { Db } from '../../db/pool.ts'
import { findPage, type Found, type Search } from '../../search/find-page.ts'
import { searchedCompanies } from './searched.ts'
import type { CompanyRow } from './company.ts'
import { listCompaniesByIds } from './queries.ts'

export const searchCompanies = (
  db: Db,
  workspaceId: number,
  asked: Omit<Search, 'model'>,
): Promise<Found<CompanyRow>> =>
  findPage(db, workspaceId, { ...asked, model: searchedCompanies }, (ids) =>
    listCompaniesByIds(db, workspaceId, ids, asked.context.now),
  )

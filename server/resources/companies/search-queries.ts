/** The SQL of searches of companies, which find only those that somebody belongs to. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import { findPage, type Found, type Page, type Search, type Sorted } from '../../search/find-page.ts'
import { MODELS } from '../../search/index/models.ts'
import type { CompanyRow } from './company.ts'
import { listCompaniesByIds } from './queries.ts'

/** A query with what it means: see `searchContextOf` and `compileQuery`. */
export type Asked = Pick<Search<{ id: string }>, 'query' | 'context' | 'condition' | 'page'>

/** What a page shows is read of its companies only, when they are known. */
export async function searchCompanies(db: Db, workspaceId: number, asked: Asked): Promise<Found<CompanyRow>> {
  const found = await findPage<{ id: string }>(db, workspaceId, {
    ...asked,
    model: MODELS.company,
    select: (tx, condition) => selectPage(tx, workspaceId, condition, asked.page),
    count: (tx, condition) => countCompanies(tx, workspaceId, condition),
  })
  const ids = found.rows.map(({ id }) => id)
  return { ...found, rows: await listCompaniesByIds(db, workspaceId, ids, asked.context.now) }
}

const listed = (workspaceId: number) =>
  fragment`companies.workspace_id = ${workspaceId} and companies.deleted_at is null and companies.user_count > 0`

/** One row too many tells of a next page. */
const selectPage = (db: Db, workspaceId: number, condition: Fragment, { keyset, perPage }: Page) => db<
  Sorted<{ id: string }>[]
>`
  select companies.id, ${keyset.sortKey} as sort_key from companies
  where ${listed(workspaceId)} and ${condition} and ${keyset.after}
  order by ${keyset.orderBy} limit ${perPage + 1}`

async function countCompanies(db: Db, workspaceId: number, condition: Fragment): Promise<number> {
  const [row] = await db<{ total: number }[]>`
    select count(*) as total from companies where ${listed(workspaceId)} and ${condition}`
  return row!.total
}

/** The SQL of searches of companies, which find only those that somebody belongs to. */
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { Keyset } from '../../search/keyset.ts'
import type { CompanyRow } from './company.ts'
import { listCompaniesByIds } from './queries.ts'

/**
 * @param condition what `compileQuery` made
 * @returns a page, the cursor of the next one (undefined on the last), and how many there are in all
 */
export async function searchCompanies(
  db: Db,
  workspaceId: number,
  condition: Fragment,
  { keyset, perPage }: { keyset: Keyset; perPage: number },
  now: Date,
): Promise<{ rows: CompanyRow[]; next: string | undefined; total: number }> {
  const where = fragment`
    where companies.workspace_id = ${workspaceId} and companies.deleted_at is null and companies.user_count > 0
      and ${condition}`
  const found = await db<{ id: string; sort_key: Date | number | string | null }[]>`
    select companies.id, ${keyset.sortKey} as sort_key from companies ${where} and ${keyset.after}
    order by ${keyset.orderBy} limit ${perPage + 1}`
  const page = found.slice(0, perPage)
  // The row too many tells that there is a next page.
  const next = found.length > perPage ? keyset.next(page.at(-1)!) : undefined
  const isWhole = keyset.page === 1 && next === undefined
  const [rows, total] = await Promise.all([
    listCompaniesByIds(
      db,
      workspaceId,
      page.map(({ id }) => id),
      now,
    ),
    isWhole ? page.length : countCompanies(db, where),
  ])
  return { rows, next, total }
}

async function countCompanies(db: Db, where: Fragment): Promise<number> {
  const [row] = await db<{ total: number }[]>`select count(*) as total from companies ${where}`
  return row!.total
}

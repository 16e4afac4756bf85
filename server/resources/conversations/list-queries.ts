/** The SQL of lists and searches of conversations. What was deleted is in none. */
import { readCount } from '../../db/counts.ts'
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import type { Keyset } from '../../search/keyset.ts'
import { columns, joins } from './queries.ts'
import type { ConversationRow } from './row.ts'

export interface Page {
  keyset: Keyset
  perPage: number
}

export interface Found {
  rows: ConversationRow[]
  /** The cursor of the next page, undefined on the last. */
  next: string | undefined
  total: number
}

export async function listConversations(db: Db, workspaceId: number, page: Page): Promise<Found> {
  const [found, total] = await Promise.all([
    selectPage(db, workspaceId, fragment`true`, page),
    readCount(db, workspaceId, 'conversations'),
  ])
  return { ...found, total }
}

/** @param condition what `compileQuery` made */
export async function searchConversations(
  db: Db,
  workspaceId: number,
  condition: Fragment,
  page: Page,
): Promise<Found> {
  const found = await selectPage(db, workspaceId, condition, page)
  const isWhole = page.keyset.page === 1 && found.next === undefined
  return { ...found, total: isWhole ? found.rows.length : await countConversations(db, workspaceId, condition) }
}

/** The page is chosen first: what else is shown is read of its rows only. One row too many tells of a next page. */
async function selectPage(db: Db, workspaceId: number, condition: Fragment, { keyset, perPage }: Page) {
  const rows = await db<(ConversationRow & { sort_key: Date | number | string | null })[]>`
    select ${columns}, chosen.sort_key from (
      select threads.id, ${keyset.sortKey} as sort_key, row_number() over (order by ${keyset.orderBy}) as place
      from threads
      where threads.workspace_id = ${workspaceId} and threads.listed and ${condition} and ${keyset.after}
      order by ${keyset.orderBy} limit ${perPage + 1}) chosen
    join threads on threads.workspace_id = ${workspaceId} and threads.id = chosen.id ${joins}
    order by chosen.place`
  if (rows.length <= perPage) return { rows, next: undefined }
  return { rows: rows.slice(0, perPage), next: keyset.next(rows[perPage - 1]!) }
}

async function countConversations(db: Db, workspaceId: number, condition: Fragment): Promise<number> {
  const [row] = await db<{ total: number }[]>`
    select count(*) as total from threads
    where threads.workspace_id = ${workspaceId} and threads.listed and ${condition}`
  return row!.total
}

/** The SQL of lists and searches of conversations. Deleted conversations are in none. */
import { readCount } from '../../db/counts.ts'
import { fragment, type Db } from '../../db/pool.ts'
import { cut, findPage, type Found, type Page, type Search, type Sorted } from '../../search/find-page.ts'
import { searchedConversations } from './searched.ts'
import { columns, joins } from './queries.ts'
import type { ConversationRow } from './row.ts'

export async function listConversations(db: Db, workspaceId: number, page: Page): Promise<Found<ConversationRow>> {
  const { keyset, perPage } = page
  const [chosen, total] = await Promise.all([
    // The row too many shows that there is a next page.
    db<Sorted[]>`
      select threads.id, ${keyset.sortKey} as sort_key from threads
      where threads.workspace_id = ${workspaceId} and threads.listed and ${keyset.after}
      order by ${keyset.orderBy} limit ${perPage + 1}`,
    readCount(db, workspaceId, 'conversations'),
  ])
  const { rows, next } = cut(chosen, page)
  const ids = rows.map(({ id }) => id as number)
  return { rows: ids.length === 0 ? [] : await selectByIds(db, workspaceId, ids), next, total }
}

export const searchConversations = (
  db: Db,
  workspaceId: number,
  asked: Omit<Search, 'model'>,
): Promise<Found<ConversationRow>> =>
  findPage(db, workspaceId, { ...asked, model: searchedConversations }, (ids) => selectByIds(db, workspaceId, ids))

/**
 * A statement of its own, which takes long to plan: PostgreSQL plans a statement anew each time when it has a limit.
 */
function selectByIds(db: Db, workspaceId: number, chosen: number[]): Promise<ConversationRow[]> {
  const ids = fragment`${chosen}::bigint[]`
  return db<ConversationRow[]>`
    select ${columns} from threads ${joins}
    where threads.workspace_id = ${workspaceId} and threads.listed and threads.id = any(${ids})
    order by array_position(${ids}, threads.id)`
}

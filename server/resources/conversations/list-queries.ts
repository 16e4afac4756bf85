/** The SQL of lists and searches of conversations. What was deleted is in none. */
import { readCount } from '../../db/counts.ts'
import { wideRows } from '../../db/wide-rows.ts'
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import { cut, findPage, type Found, type Page, type Search, type Sorted } from '../../search/find-page.ts'
import { MODELS } from '../../search/index/models.ts'
import { columns, joins } from './queries.ts'
import type { ConversationRow } from './row.ts'

export async function listConversations(db: Db, workspaceId: number, page: Page): Promise<Found<ConversationRow>> {
  const [rows, total] = await Promise.all([
    selectPage(db, workspaceId, fragment`true`, page),
    readCount(db, workspaceId, 'conversations'),
  ])
  return { ...cut(rows, page), total }
}

/** A query with what it means: see `compileQuery`. */
export type Asked = Pick<Search<ConversationRow>, 'query' | 'context' | 'condition' | 'page'>

export const searchConversations = (db: Db, workspaceId: number, asked: Asked) =>
  findPage<ConversationRow>(db, workspaceId, {
    ...asked,
    model: MODELS.conversation,
    select: (tx, condition) => selectPage(tx, workspaceId, condition, asked.page),
    count: (tx, condition) => countConversations(tx, workspaceId, condition),
  })

/** The page is chosen first: what else is shown is read of its rows only. One row too many tells of a next page. */
const selectPage = (db: Db, workspaceId: number, condition: Fragment, { keyset, perPage }: Page) =>
  wideRows<Sorted<ConversationRow>>(db`
    select ${columns}, chosen.sort_key from (
      select threads.id, ${keyset.sortKey} as sort_key, row_number() over (order by ${keyset.orderBy}) as place
      from threads
      where threads.workspace_id = ${workspaceId} and threads.listed and ${condition} and ${keyset.after}
      order by ${keyset.orderBy} limit ${perPage + 1}) chosen
    join threads on threads.workspace_id = ${workspaceId} and threads.id = chosen.id ${joins}
    order by chosen.place`)

async function countConversations(db: Db, workspaceId: number, condition: Fragment): Promise<number> {
  const [row] = await db<{ total: number }[]>`
    select count(*) as total from threads
    where threads.workspace_id = ${workspaceId} and threads.listed and ${condition}`
  return row!.total
}

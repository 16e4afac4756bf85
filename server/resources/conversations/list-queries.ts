/** The SQL of lists and searches of conversations. What was deleted is in none. */
import { readCount } from '../../db/counts.ts'
import { wideRows } from '../../db/wide-rows.ts'
import { fragment, type Db, type Fragment } from '../../db/pool.ts'
import { cut, findPage, type Found, type Page, type Search, type Sorted } from '../../search/find-page.ts'
import { MODELS } from '../../search/index/models.ts'
import { columns, joins } from './queries.ts'
import type { ConversationRow } from './row.ts'

export async function listConversations(db: Db, workspaceId: number, page: Page): Promise<Found<ConversationRow>> {
  const [chosen, total] = await Promise.all([
    db<Sorted<Pick<ConversationRow, 'id'>>[]>`${choose(workspaceId, fragment`true`, page)}`,
    readCount(db, workspaceId, 'conversations'),
  ])
  const { rows: shown, next } = cut(chosen, page)
  return { rows: shown.length === 0 ? [] : await selectByIds(db, workspaceId, shown), next, total }
}

/**
 * A statement of its own: PostgreSQL plans anew what has a limit, whatever the limit is, and this
 * takes long to plan.
 */
function selectByIds(db: Db, workspaceId: number, chosen: readonly Pick<ConversationRow, 'id'>[]) {
  const ids = fragment`${chosen.map(({ id }) => id)}::bigint[]`
  return wideRows<ConversationRow>(db`
    select ${columns} from threads ${joins}
    where threads.workspace_id = ${workspaceId} and threads.listed and threads.id = any(${ids})
    order by array_position(${ids}, threads.id)`)
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

/** The page is chosen first: what else is shown is read of its rows only. */
const selectPage = (db: Db, workspaceId: number, condition: Fragment, page: Page) =>
  wideRows<Sorted<ConversationRow>>(db`
    select ${columns}, chosen.sort_key from (${choose(workspaceId, condition, page)}) chosen
    join threads on threads.workspace_id = ${workspaceId} and threads.id = chosen.id ${joins}
    order by chosen.place`)

/** One row too many tells of a next page. */
const choose = (workspaceId: number, condition: Fragment, { keyset, perPage }: Page) => fragment`
  select threads.id, ${keyset.sortKey} as sort_key, row_number() over (order by ${keyset.orderBy}) as place
  from threads
  where threads.workspace_id = ${workspaceId} and threads.listed and ${condition} and ${keyset.after}
  order by ${keyset.orderBy} limit ${perPage + 1}`

async function countConversations(db: Db, workspaceId: number, condition: Fragment): Promise<number> {
  const [row] = await db<{ total: number }[]>`
    select count(*) as total from threads
    where threads.workspace_id = ${workspaceId} and threads.listed and ${condition}`
  return row!.total
}

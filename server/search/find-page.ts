/**
 * A page of what a search finds, and how many there are in all. Small lists are read from their
 * table, and so is what a query names by its keys; large ones have an index (index/), which finds the same.
 *
 *   const { rows, next, total } = await findPage(ctx.db, ctx.workspaceId, {
 *     model: MODELS.contact, query, context, condition, page, select, count })
 */
import { apart, fragment, type Db, type Fragment } from '../db/pool.ts'
import { lacksSortKey, pickCandidates } from './index/candidates.ts'
import type { AskedQuery, FoundRows } from './index/find.ts'
import { withIndex, type IndexReader } from './index/index-reader.ts'
import { refuseMoved } from './index/known-attributes.ts'
import { idsOf, listMissing } from './index/lookup-queries.ts'
import type { IndexedModel } from './index/models.ts'
import { IndexMoved } from './index/moved.ts'
import { namesRows } from './index/plan.ts'
import type { Keyset } from './keyset.ts'

export interface Page {
  keyset: Keyset
  perPage: number
}

export interface Found<Row> {
  rows: Row[]
  /** The cursor of the next page, undefined on the last. */
  next: string | undefined
  total: number
}

export type Sorted<Row> = Row & { id: string | number; sort_key: Date | number | string | null }

export interface Search<Row> extends AskedQuery {
  model: IndexedModel
  page: Page
  /** Rows of the list that meet a condition, in the order of the page and after its cursor, one more than it shows. */
  select(db: Db, condition: Fragment): Promise<Sorted<Row>[]>
  /** How many rows of the list meet a condition. */
  count(db: Db, condition: Fragment): Promise<number>
}

export async function findPage<Row>(db: Db, workspaceId: number, search: Search<Row>): Promise<Found<Row>> {
  const { query, context, model } = search
  if (namesRows(query, model.search, context)) return findInTable(db, search, named(workspaceId, search))
  const indexed = await withIndex(db, workspaceId, model, (reader) => findIndexed(reader, search))
  return indexed ?? apart(db, (own) => findInTable(own, search, search.condition))
}

/** @throws AttributesMoved: no edition of an index vouches for what was remembered */
async function findInTable<Row>(db: Db, search: Search<Row>, condition: Fragment): Promise<Found<Row>> {
  refuseMoved(search.context, undefined)
  const found = cut(await search.select(db, condition), search.page)
  const isWhole = search.page.keyset.page === 1 && found.next === undefined
  return { ...found, total: isWhole ? found.rows.length : await search.count(db, condition) }
}

/** The rows first, then their order: PostgreSQL might otherwise go through all in their order, to look for them. */
function named<Row>(workspaceId: number, { model: { table, search, listed }, condition }: Search<Row>): Fragment {
  const { column } = search.id
  return fragment`${column} = any(array(
    select ${column} from ${table} where workspace_id = ${workspaceId} and ${listed} and ${condition}))`
}

/** How many rows of a list some queries find, each; undefined where the list has no index. */
export function countIndexed(
  db: Db,
  workspaceId: number,
  model: IndexedModel,
  asked: AskedQuery[],
): Promise<number[] | undefined> {
  return withIndex(db, workspaceId, model, async (reader) => {
    const found = await Promise.all(asked.map((query) => reader.find(query)))
    await reader.confirm()
    return found.map(({ total }) => total)
  })
}

/** @throws IndexMoved */
async function findIndexed<Row>(reader: IndexReader, search: Search<Row>): Promise<Found<Row>> {
  const found = await reader.find(search)
  const { total } = found
  if (total === 0) {
    await reader.confirm()
    return { rows: [], next: undefined, total }
  }
  const chosen = await choose(reader, search, found)
  // Where the index does not know the order, the page is chosen from the table.
  const condition = chosen?.condition ?? search.condition
  const rows = await search.select(reader.source.db, fragment`(${condition}) and ${reader.stands}`)
  if (rows.length === 0 && !(await reader.hasStood())) throw new IndexMoved()
  // One of those that were chosen is gone meanwhile.
  if (chosen?.andMore && rows.length <= search.page.perPage) throw new IndexMoved()
  reader.keep()
  return { ...cut(rows, search.page), total }
}

/** The rows that the page is chosen from. */
async function choose<Row>(
  { source: { db, workspaceId, model } }: IndexReader,
  { condition, page: { keyset, perPage } }: Search<Row>,
  found: FoundRows,
): Promise<{ condition: Fragment; andMore: boolean } | undefined> {
  const candidates = await pickCandidates(found, model, keyset, perPage)
  if (!candidates) return undefined
  const { rows, andMore, andMissing } = candidates
  const missing = andMissing
    ? await listMissing(db, workspaceId, model, fragment`${condition} and ${lacksSortKey(keyset)}`, keyset, perPage + 1)
    : []
  const { column, type } = model.search.id
  const typed = type === 'bigint' ? fragment`bigint` : fragment`text`
  const ids = fragment`${idsOf(workspaceId, model, rows)} || ${[...found.changed, ...missing]}::text[]::${typed}[]`
  return { condition: fragment`${column} = any(${ids})`, andMore }
}

/** The row too many tells that there is a next page. */
export function cut<Row>(rows: Sorted<Row>[], { keyset, perPage }: Page): Omit<Found<Row>, 'total'> {
  if (rows.length <= perPage) return { rows, next: undefined }
  return { rows: rows.slice(0, perPage), next: keyset.next(rows[perPage - 1]!) }
}

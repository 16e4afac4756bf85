/**
 * A page of what a search finds, and how many there are in all. Small lists are read from their
 * table; large ones have an index (index/), which finds the same.
 *
 *   const { rows, next, total } = await findPage(ctx.db, ctx.workspaceId, {
 *     model: MODELS.contact, query, context, condition, page, select, count })
 */
import { fragment, type Db, type Fragment } from '../db/pool.ts'
import type { SearchContext } from './fields.ts'
import { lacksSortKey, pickCandidates } from './index/candidates.ts'
import { findRows, type FoundRows } from './index/find.ts'
import { hasIndex } from './index/known-indexes.ts'
import { listIds, listMissing } from './index/lookup-queries.ts'
import type { IndexedModel } from './index/models.ts'
import { partCacheOf, type PartCache } from './index/parts.ts'
import type { Keyset } from './keyset.ts'
import type { Query } from './parse.ts'

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

export interface Search<Row> {
  model: IndexedModel
  query: Query
  context: SearchContext
  /** The same query, compiled. */
  condition: Fragment
  page: Page
  /** Rows of the list that meet a condition, in the order of the page and after its cursor, one more than it shows. */
  select(db: Db, condition: Fragment): Promise<Sorted<Row>[]>
  /** How many rows of the list meet a condition. */
  count(db: Db, condition: Fragment): Promise<number>
}

export async function findPage<Row>(db: Db, workspaceId: number, search: Search<Row>): Promise<Found<Row>> {
  const indexed = await withIndex(db, workspaceId, search.model, (tx, cache) =>
    findIndexed(tx, workspaceId, search, cache),
  )
  if (indexed) return indexed
  const found = cut(await search.select(db, search.condition), search.page)
  const isWhole = search.page.keyset.page === 1 && found.next === undefined
  return { ...found, total: isWhole ? found.rows.length : await search.count(db, search.condition) }
}

/** How many rows of a list some queries find, each; undefined where the list has no index. */
export function countIndexed(
  db: Db,
  workspaceId: number,
  model: IndexedModel,
  asked: Pick<Search<never>, 'query' | 'context' | 'condition'>[],
): Promise<number[] | undefined> {
  return withIndex(db, workspaceId, model, async (tx, cache) => {
    const found = await Promise.all(asked.map((query) => findRows(tx, workspaceId, model, query, cache)))
    return found.every((rows) => rows !== undefined) ? found.map(({ total }) => total) : undefined
  })
}

/** Reads in one snapshot where the list has an index, as this process knows; an open transaction goes to the table. */
async function withIndex<T>(
  db: Db,
  workspaceId: number,
  { name }: IndexedModel,
  read: (tx: Db, cache: PartCache) => Promise<T | undefined>,
): Promise<T | undefined> {
  if (!('begin' in db) || !(await hasIndex(db, workspaceId, name))) return undefined
  const cache = partCacheOf(db)
  return db.begin('isolation level repeatable read read only', (tx) => read(tx, cache)) as Promise<T | undefined>
}

async function findIndexed<Row>(
  tx: Db,
  workspaceId: number,
  search: Search<Row>,
  cache: PartCache,
): Promise<Found<Row> | undefined> {
  const found = await findRows(tx, workspaceId, search.model, search, cache)
  if (!found) return undefined
  if (found.total === 0) return { rows: [], next: undefined, total: 0 }
  const ids = await idsOf(tx, workspaceId, search, found)
  const { column, type } = search.model.search.id
  const typed = type === 'bigint' ? fragment`bigint` : fragment`text`
  // Where the index does not know the order, the page is chosen from the table.
  const chosen = ids ? fragment`${column} = any(${ids}::text[]::${typed}[])` : search.condition
  return { ...cut(await search.select(tx, chosen), search.page), total: found.total }
}

/** The ids that the page is chosen from. */
async function idsOf<Row>(
  tx: Db,
  workspaceId: number,
  { model, condition, page: { keyset, perPage } }: Search<Row>,
  found: FoundRows,
): Promise<string[] | undefined> {
  const candidates = await pickCandidates(found, model, keyset, perPage)
  if (!candidates) return undefined
  const [named, missing] = await Promise.all([
    candidates.rows.length > 0 ? listIds(tx, workspaceId, model.name, candidates.rows) : [],
    candidates.andMissing
      ? listMissing(tx, workspaceId, model, fragment`${condition} and ${lacksSortKey(keyset)}`, keyset, perPage + 1)
      : [],
  ])
  return [...found.changed, ...named, ...missing]
}

/** The row too many tells that there is a next page. */
export function cut<Row>(rows: Sorted<Row>[], { keyset, perPage }: Page): Omit<Found<Row>, 'total'> {
  if (rows.length <= perPage) return { rows, next: undefined }
  return { rows: rows.slice(0, perPage), next: keyset.next(rows[perPage - 1]!) }
}

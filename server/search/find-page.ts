/**
 * A page of the rows that a search finds, and the exact total. PostgreSQL's own indexes find them
 * (migrations/0030_native_search.sql); handlers and field types do not know how.
 *
 *   const { rows, next, total } = await findPage(ctx.db, ctx.workspaceId,
 *     { model: searchedContacts, query, context, page }, (ids) => listContactsByIds(ctx.db, ctx.workspaceId, ids))
 *
 * 1. Up to 2,000 matches are collected by an index. If these are all, they are sorted: page and total are known.
 * 2. Otherwise rows are read in the order of the page until it is full, and all matches are counted beside it.
 *    Where a bounded walk does not fill the page, because matches are far away, all matches are sorted.
 *
 * The cursor carries the total: later pages neither collect nor count.
 */
import { apart, fragment, type Db, type Fragment } from '../db/pool.ts'
import { compileQuery } from './compile.ts'
import type { SearchContext } from './fields.ts'
import type { Keyset } from './keyset.ts'
import type { SearchedModel } from './searched-model.ts'
import { narrowed } from './narrow.ts'
import type { Query } from './parse.ts'

export interface Limits {
  /** Matches that are sorted instead of walked through. */
  few: number
  /** Rows that a walk reads at the most before all matches are sorted; also the most in a range that is looked up. */
  walk: number
}

export const LIMITS: Limits = { few: 2000, walk: 20_000 }

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

export interface Sorted {
  id: string | number
  sort_key: Date | number | string | null
}

export interface Asked {
  model: SearchedModel
  query: Query
  context: SearchContext
  /** Given by tests alone. */
  limits?: Limits
}

export interface Search extends Asked {
  page: Page
}

/**
 * @param read the rows with these ids, in their order
 * @throws 400 invalid_field, invalid_operator, invalid_value
 */
export async function findPage<Row>(
  db: Db,
  workspaceId: number,
  search: Search,
  read: (ids: never[]) => Promise<Row[]>,
): Promise<Found<Row>> {
  const { rows: places, total } = await findPlaces(db, workspaceId, search)
  const { rows, next } = cut(places, search.page, total)
  const ids = rows.map(({ id }) => id) as never[]
  return { rows: ids.length === 0 ? [] : await read(ids), next, total }
}

/** The exact number of rows in the list that a query finds. */
export async function countMatches(db: Db, workspaceId: number, asked: Asked): Promise<number> {
  return count(db, await rowsOf(db, workspaceId, asked))
}

/** The row too many shows that there is a next page. */
export function cut<Row extends Sorted>(
  rows: Row[],
  { keyset, perPage }: Page,
  total?: number,
): { rows: Row[]; next: string | undefined } {
  if (rows.length <= perPage) return { rows, next: undefined }
  return { rows: rows.slice(0, perPage), next: keyset.next(rows[perPage - 1]!, total) }
}

async function findPlaces(db: Db, workspaceId: number, search: Search): Promise<{ rows: Sorted[]; total: number }> {
  const { keyset } = search.page
  const { few: limit } = search.limits ?? LIMITS
  const matches = await rowsOf(db, workspaceId, search)
  if (keyset.page === 1) {
    const few = await collectFew(db, matches, search)
    if (few.total <= limit) return few
    const [total, rows] = await Promise.all([count(db, matches), walk(db, workspaceId, search, matches)])
    return { rows, total }
  }
  const total = keyset.total ?? (await count(db, matches))
  return {
    rows: total <= limit ? await sort(db, search, matches) : await walk(db, workspaceId, search, matches),
    total,
  }
}

/** `from … where …`: in an object, because a fragment that a promise brings would be run. */
interface Matches {
  sql: Fragment
}

async function rowsOf(db: Db, workspaceId: number, asked: Asked): Promise<Matches> {
  const { table, search, listed } = asked.model
  const condition = compileQuery(asked.query, search, await narrowed(db, workspaceId, asked, asked.limits ?? LIMITS))
  return { sql: fragment`from ${table} where ${table}.workspace_id = ${workspaceId} and ${listed} and ${condition}` }
}

async function count(db: Db, { sql }: Matches): Promise<number> {
  const [row] = await apart(db, (own) => own<{ total: number }[]>`select count(*) as total ${sql}`)
  return row!.total
}

/** @returns the page and its total, or a total above the limit */
async function collectFew(
  db: Db,
  { sql }: Matches,
  { model, page, limits = LIMITS }: Search,
): Promise<{ rows: Sorted[]; total: number }> {
  // Without an index for the query this reads the whole table.
  const rows = await apart(
    db,
    (own) => own<(Sorted & { total: number })[]>`
    with found as materialized (
      select ${model.search.id.column} as id, ${page.keyset.sortKey} as sort_key ${sql} limit ${limits.few + 1})
    select id, sort_key, (select count(*) from found) as total from found ${inOrder(page)}`,
  )
  return { rows, total: rows[0]?.total ?? 0 }
}

/** All matches after the cursor, sorted. `offset 0` keeps PostgreSQL from walking through the order. */
const sort = (db: Db, { model, page }: Search, { sql }: Matches): Promise<Sorted[]> =>
  apart(
    db,
    (own) => own<Sorted[]>`
    select id, sort_key from (
      select ${model.search.id.column} as id, ${page.keyset.sortKey} as sort_key ${sql} and ${page.keyset.after} offset 0) found
    ${inOrder(page)}`,
  )

/** Rows in the order of the page, the matches among them; all matches sorted where these do not fill the page. */
async function walk(db: Db, workspaceId: number, search: Search, matches: Matches): Promise<Sorted[]> {
  const { model, query, context, page, limits = LIMITS } = search
  const { keyset, perPage } = page
  const { table, orders } = model
  if (!orders.includes(keyset.order.field)) return sort(db, search, matches)
  const rows = await db<Sorted[]>`
    select ${model.search.id.column} as id, ${keyset.sortKey} as sort_key from (
      select * from ${table}
      where ${table}.workspace_id = ${workspaceId} and ${model.listed} and ${keyset.ahead}
      order by ${keyset.orderBy} limit ${limits.walk}) ${table}
    where ${compileQuery(query, model.search, context)}
    order by ${keyset.orderBy} limit ${perPage + 1}`
  return rows.length > perPage ? rows : sort(db, search, matches)
}

function inOrder({ keyset: { order }, perPage }: Page): Fragment {
  const direction = order.direction === 'ascending' ? fragment`asc` : fragment`desc`
  return fragment`order by sort_key ${direction} nulls last, id ${direction} limit ${perPage + 1}`
}

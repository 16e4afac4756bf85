/**
 * Keyset paging: a page begins after the row that the last one ended with, so rows that come and
 * go in between neither repeat nor hide others. Searches and plain lists use it alike:
 *
 *   const page = keyset(order, search.id, starting_after)
 *   rows = sql`select …, ${page.sortKey} as sort_key from contacts
 *              where … and ${page.after} order by ${page.orderBy} limit ${perPage + 1}`
 *   next = rows.length > perPage ? page.next(rows[perPage - 1]) : undefined
 *
 * A cursor is [the row's sort key, its id, the number of the page it begins], as the API's own are:
 * `[1772633377000, "67570a878b6e26fe4ce6a894", 2]`. The cursor of a search also carries the total,
 * which is counted once, with the first page.
 */
import { fragment, type Fragment } from '../db/pool.ts'
import { decodeCursor, encodeCursor, invalidCursor, type CursorValue } from '../http/cursor.ts'
import type { SearchFields } from './fields.ts'
import type { Order } from './sort.ts'

export interface Keyset {
  /** Condition that a row stands after the cursor; `true` on the first page. */
  after: Fragment
  orderBy: Fragment
  /** The sort values of a row, to be selected for `next`. */
  sortKey: Fragment
  order: Order
  /**
   * Rows after the cursor in an order that an index has: rows with a value, then, once the cursor is past all values,
   * rows without.
   */
  ahead: Fragment
  /** The number of this page, from 1. */
  page: number
  /** The total that the cursor carries; undefined on the first page. */
  total: number | undefined
  /** The cursor of the page that follows this row. */
  next(row: { id: string | number; sort_key: Date | number | string | null }, total?: number): string
}

/** PostgreSQL's calendar begins here; the last millisecond that a number can hold is within it. */
const FIRST_MILLISECOND = -210_866_803_200_000

/**
 * @param startingAfter the client's `starting_after`; undefined or null for the first page
 * @param numbered the number of the page that no cursor leads to
 * @throws 400 client_error where it is no cursor of this order
 */
export function keyset(order: Order, id: SearchFields['id'], startingAfter: unknown, numbered = 1): Keyset {
  const { column, nullable, type } = order
  const direction = order.direction === 'ascending' ? fragment`asc` : fragment`desc`
  const cursor =
    startingAfter === undefined || startingAfter === null ? undefined : readCursor(startingAfter, order, id.type)
  const page = cursor?.page ?? numbered
  return {
    after: cursor ? rowsAfter(order, id, cursor) : fragment`true`,
    // An order without `nulls last` is that of an index, read in either direction; a column without nulls needs no more.
    orderBy: nullable
      ? fragment`${column} ${direction} nulls last, ${id.column} ${direction}`
      : fragment`${column} ${direction}, ${id.column} ${direction}`,
    sortKey: type === 'number' ? fragment`${column}::float8` : column,
    order,
    ahead: rowsAhead(order, id, cursor),
    page,
    total: cursor?.total,
    next: (row, total) =>
      encodeCursor([toCursor(row.sort_key), row.id, page + 1, ...(total === undefined ? [] : [total])]),
  }
}

interface Cursor {
  key: CursorValue
  id: string | number
  page: number
  total: number | undefined
}

function rowsAfter(order: Order, id: SearchFields['id'], cursor: Cursor): Fragment {
  const ahead = rowsAhead(order, id, cursor)
  return order.nullable && cursor.key !== null ? fragment`(${ahead} or ${order.column} is null)` : ahead
}

function rowsAhead({ column, type, nullable, direction }: Order, id: SearchFields['id'], cursor?: Cursor): Fragment {
  if (!cursor) return nullable ? fragment`${column} is not null` : fragment`true`
  const beyond = direction === 'ascending' ? fragment`>` : fragment`<`
  const last = id.type === 'bigint' ? fragment`${cursor.id}::bigint` : fragment`${cursor.id}::text`
  if (cursor.key === null) return fragment`(${column} is null and ${id.column} ${beyond} ${last})`
  return fragment`(${column}, ${id.column}) ${beyond} (${parameter(type, cursor.key)}, ${last})`
}

function parameter(type: Order['type'], key: string | number): Fragment {
  if (type === 'date') return fragment`to_timestamp(${key}::float8 / 1000)`
  return type === 'number' ? fragment`${key}::float8` : fragment`${key}::text`
}

const toCursor = (key: Date | number | string | null): CursorValue => (key instanceof Date ? key.getTime() : key)

function readCursor(text: unknown, { type, nullable }: Order, idType: 'text' | 'bigint'): Cursor {
  const [key, id, page, total] = decodeCursor(text, 3, 4) as [CursorValue, CursorValue, CursorValue, CursorValue?]
  if (typeof id !== (idType === 'text' ? 'string' : 'number') || typeof page !== 'number' || page < 1)
    throw invalidCursor()
  if (total !== undefined && (typeof total !== 'number' || total < 0)) throw invalidCursor()
  const fits =
    key === null
      ? nullable
      : type === 'string'
        ? typeof key === 'string'
        : typeof key === 'number' && (type !== 'date' || key >= FIRST_MILLISECOND)
  if (!fits) throw invalidCursor()
  return { key, id: id as string | number, page, total }
}

/**
 * Keyset paging: a page begins after the row that the last one ended with, so rows that come and
 * go in between neither repeat nor hide others. Searches and plain lists use it alike:
 *
 *   const page = keyset(order, search.id, starting_after)
 *   rows = sql`select …, ${page.sortKey} as sort_key from contacts
 *              where … and ${page.after} order by ${page.orderBy} limit ${perPage + 1}`
 *   next = rows.length > perPage ? page.next(rows[perPage - 1]) : undefined
 *
 * A cursor is [what the row was sorted by, its id, the number of the page it begins], as the API's
 * own are: `[1772633377000, "67570a878b6e26fe4ce6a894", 2]`.
 */
import { fragment, type Fragment } from '../db/pool.ts'
import { decodeCursor, encodeCursor, invalidCursor, type CursorValue } from '../http/cursor.ts'
import type { SearchFields } from './fields.ts'
import type { Order } from './sort.ts'

export interface Keyset {
  /** Whether a row stands after the cursor; `true` on the first page. */
  after: Fragment
  orderBy: Fragment
  /** What the row is sorted by: to be selected, for `next`. */
  sortKey: Fragment
  order: Order
  /** What the row before this page is sorted by, and its id; undefined on the first page. */
  last: { key: CursorValue; id: string | number } | undefined
  /** The number of this page, from 1. */
  page: number
  /** The cursor of the page that follows this row. */
  next(row: { id: string | number; sort_key: Date | number | string | null }): string
}

/** PostgreSQL's calendar begins here; the last millisecond that a number can hold is within it. */
const FIRST_MILLISECOND = -210_866_803_200_000

/**
 * @param startingAfter the client's `starting_after`; undefined or null for the first page
 * @throws 400 client_error where it is no cursor of this order
 */
export function keyset(order: Order, id: SearchFields['id'], startingAfter: unknown): Keyset {
  const { column, nullable, type } = order
  const direction = order.direction === 'ascending' ? fragment`asc` : fragment`desc`
  const [key, lastId, page] =
    startingAfter === undefined || startingAfter === null ? [null, null, 1] : readCursor(startingAfter, order, id.type)
  return {
    after: lastId === null ? fragment`true` : rowsAfter(order, id, key, lastId),
    // Without `nulls last` the order of a column without nulls is an index's own, read either way.
    orderBy: nullable
      ? fragment`${column} ${direction} nulls last, ${id.column} ${direction}`
      : fragment`${column} ${direction}, ${id.column} ${direction}`,
    sortKey: type === 'number' ? fragment`${column}::float8` : column,
    order,
    last: lastId === null ? undefined : { key, id: lastId },
    page,
    next: (row) => encodeCursor([toCursor(row.sort_key), row.id, page + 1]),
  }
}

function rowsAfter(
  { column, type, nullable, direction }: Order,
  id: SearchFields['id'],
  key: CursorValue,
  lastId: string | number,
) {
  const beyond = direction === 'ascending' ? fragment`>` : fragment`<`
  const last = id.type === 'bigint' ? fragment`${lastId}::bigint` : fragment`${lastId}::text`
  if (key === null) return fragment`(${column} is null and ${id.column} ${beyond} ${last})`
  const value = parameter(type, key)
  const further = fragment`(${column}, ${id.column}) ${beyond} (${value}, ${last})`
  return nullable ? fragment`(${further} or ${column} is null)` : further
}

function parameter(type: Order['type'], key: string | number): Fragment {
  if (type === 'date') return fragment`to_timestamp(${key}::float8 / 1000)`
  return type === 'number' ? fragment`${key}::float8` : fragment`${key}::text`
}

const toCursor = (key: Date | number | string | null): CursorValue => (key instanceof Date ? key.getTime() : key)

function readCursor(text: unknown, { type, nullable }: Order, idType: 'text' | 'bigint') {
  const [key, id, page] = decodeCursor(text, 3) as [CursorValue, CursorValue, CursorValue]
  if (typeof id !== (idType === 'text' ? 'string' : 'number') || typeof page !== 'number' || page < 1)
    throw invalidCursor()
  const fits =
    key === null
      ? nullable
      : type === 'string'
        ? typeof key === 'string'
        : typeof key === 'number' && (type !== 'date' || key >= FIRST_MILLISECOND)
  if (!fits) throw invalidCursor()
  return [key, id as string | number, page] as const
}

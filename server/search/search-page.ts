/** The body of a search request, which all resources share: `{query, pagination, sort}`. */
import type { TSchema } from 'typebox'
import Type from 'typebox'
import { invalidCursor } from '../http/cursor.ts'
import { parameterInvalid, unknownParameter } from '../http/errors.ts'
import { CURSOR_MAX, cursorPageSize } from '../http/pages.ts'
import { described, Nullable, shownAs } from '../schema/types.ts'
import { OPERATORS, type SearchContext, type SearchFields } from './fields.ts'
import { keyset, type Keyset } from './keyset.ts'
import { LIMITS, parseQuery, type Query as ParsedQuery } from './parse.ts'
import { invalidQuery } from './search-errors.ts'
import { parseSort, type Order } from './sort.ts'

const Condition = Type.Object({
  field: described(Type.String(), 'The name of a field.'),
  operator: described(Type.Enum([...OPERATORS]), 'The comparison.'),
  value: described(Type.Optional(Type.Unknown()), 'The value to compare with, or a list of values; null for none.'),
})
const group = <S extends TSchema>(item: S) =>
  Type.Object({
    operator: described(Type.Enum(['AND', 'OR']), '`AND` if all of them must match, `OR` if one of them.'),
    value: described(Type.Array(item, { minItems: 1, maxItems: LIMITS.items }), 'Conditions, or groups of them.'),
  })
const Query = Type.Union([Condition, group(Type.Union([Condition, group(Condition)]))])
const Pagination = Type.Object({
  per_page: described(
    Type.Optional(Type.Integer({ minimum: 1 })),
    `The number of items on a page, ${CURSOR_MAX} at most.`,
  ),
  starting_after: described(
    Type.Optional(Nullable(Type.String())),
    'Where to go on: the cursor that the page before gave in `pages.next`.',
  ),
})
const Sort = Type.Object({
  field: described(Type.Optional(Type.String()), 'The name of the field to sort by.'),
  order: described(Type.Optional(Type.Enum(['ascending', 'descending'])), 'Descending unless said otherwise.'),
})

/** Its shape is for the search language to judge, which has words of its own for what is wrong. */
export const SearchBody = Type.Object({
  query: described(shownAs(Query, Type.Optional(Type.Unknown())), 'A condition, or a group of conditions.'),
  pagination: described(shownAs(Pagination, Type.Optional(Type.Unknown())), 'The page to answer; the first if absent.'),
  sort: described(shownAs(Sort, Type.Optional(Type.Unknown())), 'The order of the answer.'),
})

/** `per_page` beside `pagination` is seen in recorded requests, which the API answers; it means nothing. */
const PARAMETERS = ['query', 'pagination', 'sort', 'per_page']

/** Defaults of a resource's searches without `pagination` and `sort`. */
export interface Usual {
  perPage: number
  order: Order
}

export interface SearchPage {
  query: ParsedQuery
  perPage: number
  page: Keyset
}

/**
 * Compile `query` with `compileQuery`, once what it needs is loaded: see `segmentIdsOf` and `attributesOf`.
 *
 * @throws 400 bad_request for any other key; all that `parseQuery`, `parseSort` and `keyset` throw;
 *   400 parameter_invalid for a `per_page` below 1 or no integer. More than 150 means 150.
 */
export function searchPage(
  body: unknown,
  usual: Usual,
  search: SearchFields,
  context: Pick<SearchContext, 'has'>,
): SearchPage {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalidQuery()
  const unknown = Object.keys(body).find((key) => !PARAMETERS.includes(key))
  if (unknown !== undefined) throw unknownParameter(unknown)
  const { query, pagination, sort } = body as Record<string, unknown>
  const { perPage, startingAfter } = readPagination(pagination, usual.perPage)
  const order = parseSort(sort, usual.order, search, context)
  return { query: parseQuery(query), perPage, page: keyset(order, search.id, startingAfter) }
}

function readPagination(raw: unknown, usual: number): { perPage: number; startingAfter: unknown } {
  if (raw === undefined || raw === null) return { perPage: usual, startingAfter: undefined }
  if (typeof raw !== 'object' || Array.isArray(raw)) throw parameterInvalid('pagination must be an object')
  const { per_page, starting_after } = raw as Record<string, unknown>
  if (starting_after !== undefined && starting_after !== null && typeof starting_after !== 'string')
    throw invalidCursor()
  return { perPage: readPerPage(per_page, usual), startingAfter: starting_after }
}

function readPerPage(raw: unknown, usual: number): number {
  if (raw === undefined || raw === null) return usual
  const perPage = typeof raw === 'string' && /^\d{1,9}$/.test(raw) ? Number(raw) : raw
  if (!Number.isSafeInteger(perPage) || (perPage as number) < 1)
    throw parameterInvalid('per_page must be a positive integer')
  return cursorPageSize(perPage as number, usual)
}

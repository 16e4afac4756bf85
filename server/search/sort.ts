/** `sort: {field, order}` of a search. */
import { parameterInvalid } from '../http/errors.ts'
import type { SearchContext, SearchFields, SortColumn } from './fields.ts'
import { invalidField, invalidSortOrder } from './search-errors.ts'

export type Direction = 'ascending' | 'descending'
/** @property field its name, as searches know it */
export type Order = SortColumn & { direction: Direction; field: string }

/**
 * @param usual the order of a search without `sort`. With one, `order` is descending unless it says otherwise.
 * @throws 400 invalid_field where nothing sorts by that field; 400 invalid_sort_order, with the change
 *   `RefuseUnknownSortOrder`. Without it every other word means descending: clients do send "desc".
 */
export function parseSort(
  raw: unknown,
  usual: Order,
  search: SearchFields,
  context: Pick<SearchContext, 'has'>,
): Order {
  if (raw === undefined || raw === null) return usual
  if (typeof raw !== 'object' || Array.isArray(raw)) throw parameterInvalid('sort must be an object')
  const { field, order } = raw as Record<string, unknown>
  return { ...columnOf(field, usual, search), direction: directionOf(order, context) }
}

/** @param name a field of the whitelist that can be sorted by */
export function orderBy(name: string, direction: Direction, search: SearchFields): Order {
  const sort = Object.hasOwn(search.fields, name) ? search.fields[name]!.sort : undefined
  if (!sort) throw invalidField(name, search.noun)
  return { ...sort, direction, field: name }
}

function columnOf(field: unknown, usual: Order, search: SearchFields): SortColumn & { field: string } {
  if (field === undefined || field === null) return usual
  if (typeof field !== 'string') throw invalidField(JSON.stringify(field), search.noun)
  return orderBy(field, 'descending', search)
}

function directionOf(order: unknown, context: Pick<SearchContext, 'has'>): Direction {
  if (order === 'ascending' || order === 'descending') return order
  if (order !== undefined && order !== null && context.has('RefuseUnknownSortOrder')) throw invalidSortOrder(order)
  return 'descending'
}

/**
 * The search language: `POST /contacts/search` and its like take a query, `parseQuery` checks its
 * shape and limits and makes it a typed tree, `compileQuery` (compile.ts) makes the tree one SQL
 * expression through a resource's whitelist of fields (resources/<x>/search-fields.ts).
 * `searchPage` (search-page.ts) reads the whole request.
 */
import { invalidGroupOperator, invalidQuery, tooDeep, tooManyItems } from './search-errors.ts'

/** The value that a field is compared with. The field itself checks that the value fits its type. */
export type Value = unknown
export interface FieldQuery {
  kind: 'field'
  field: string
  operator: string
  value: Value
}
export interface GroupQuery {
  kind: 'all' | 'any'
  items: Query[]
}
export type Query = GroupQuery | FieldQuery

/** "There's a limit of max 2 nested filters": (1 OR 2) AND (3 OR 4), and no deeper. */
const MAX_DEPTH = 2
/** "There's a limit of max 15 filters for each AND or OR group". */
const MAX_ITEMS = 15
/**
 * The most values in all lists of `IN` and `NIN` together. The API's own limit is not published; this one keeps a
 * query affordable.
 */
const MAX_VALUES = 2000

export const LIMITS = { depth: MAX_DEPTH, items: MAX_ITEMS, values: MAX_VALUES }

const GROUPS: Record<string, GroupQuery['kind']> = { AND: 'all', OR: 'any' }

/**
 * @param raw `{field, operator, value}`, or `{operator: 'AND' | 'OR', value: [query, …]}`
 * @throws 400 invalid_query, invalid_operator, invalid_value, invalid_values
 */
export function parseQuery(raw: unknown): Query {
  const query = parseLevel(raw, 1)
  const values = fieldsOf(query).reduce((sum, { value }) => sum + (Array.isArray(value) ? value.length : 1), 0)
  if (values > MAX_VALUES) throw tooManyItems(MAX_VALUES)
  return query
}

/**
 * The filter of a segment as it is stored: a query; null finds everybody.
 * A date in it may be `{days_ago: n}`, which only fields inside a segment understand.
 */
export function parseSegmentFilter(raw: unknown): Query {
  return raw === null ? { kind: 'all', items: [] } : parseQuery(raw)
}

/** Every field query of a query, in order. */
export function fieldsOf(query: Query): FieldQuery[] {
  return query.kind === 'field' ? [query] : query.items.flatMap(fieldsOf)
}

function parseLevel(raw: unknown, depth: number): Query {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw invalidQuery()
  const { field, operator, value } = raw as Record<string, unknown>
  if (typeof operator !== 'string') throw invalidQuery()
  if (field === undefined) return parseGroup(operator, value, depth)
  if (typeof field !== 'string') throw invalidQuery()
  // The official SDK leaves a value out that is null.
  return { kind: 'field', field, operator, value: value === undefined ? null : value }
}

function parseGroup(operator: string, value: unknown, depth: number): Query {
  const kind = Object.hasOwn(GROUPS, operator) ? GROUPS[operator] : undefined
  if (!kind) throw invalidGroupOperator()
  if (!Array.isArray(value) || value.length === 0) throw invalidQuery()
  if (depth > MAX_DEPTH) throw tooDeep()
  if (value.length > MAX_ITEMS) throw tooManyItems(MAX_ITEMS)
  return { kind, items: value.map((item) => parseLevel(item, depth + 1)) }
}

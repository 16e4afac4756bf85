/** The errors of the search language, as they are told where contacts are searched; companies call a field otherwise. */
import { row, type ErrorRow } from './row.ts'

const OPERATION = 'POST /contacts/search'

const refused = (code: string, message: string, body: object, extent = {}): ErrorRow =>
  row(OPERATION, 400, code, message, () => ['/contacts/search', body], extent)

const byName = { field: 'name', operator: '=', value: 'Ada' }

/** A group within a group within a group. */
const nested = (levels: number): object => (levels === 0 ? byName : { operator: 'AND', value: [nested(levels - 1)] })

export const search: ErrorRow[] = [
  refused(
    'invalid_query',
    "Invalid query. Ensure 'field', 'operator', 'value' are present for field queries. Ensure 'operator' and 'value' for composite queries.",
    { query: { field: 'name' } },
  ),
  refused('invalid_values', 'Value depth exceeds 10 items', { query: nested(4) }),
  refused('invalid_value', '123 is not a valid string', { query: { ...byName, value: 123 } }),
  refused(
    'invalid_value',
    'Number of elements in composite query is greater than 15, please try again with a smaller list',
    { query: { operator: 'OR', value: Array.from({ length: 16 }, () => byName) } },
  ),
  refused('invalid_field', 'shoe_size is not a valid field', { query: { ...byName, field: 'shoe_size' } }),
  refused('invalid_operator', 'Composite operators must be of type AND or OR ', {
    query: { operator: 'XOR', value: [byName] },
  }),
  refused('invalid_operator', 'email does not support operator: >', {
    query: { field: 'email', operator: '>', value: 'a' },
  }),
  refused('bad_request', "bad 'random_param' parameter", { query: byName, random_param: 1 }),
  refused(
    'invalid_sort_order',
    "Invalid sort order 'desc'. Must be one of: ascending, descending",
    { query: byName, sort: { field: 'name', order: 'desc' } },
    { since: '2.16' },
  ),
  ...['segment_id', 'plan.name'].map((field) =>
    row('POST /companies/search', 400, 'invalid_field', `${field} is not a valid search field`, () => [
      '/companies/search',
      { query: { ...byName, field } },
    ]),
  ),
]

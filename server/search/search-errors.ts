/**
 * The errors of the search language, with the API's own codes and words.
 * Source: "Example Errors" of the API reference of `POST /contacts/search` and `POST /conversations/search`.
 */
import { apiError } from '../http/errors.ts'

export const invalidQuery = () =>
  apiError(
    400,
    'invalid_query',
    "Invalid query. Ensure 'field', 'operator', 'value' are present for field queries. " +
      "Ensure 'operator' and 'value' for composite queries.",
  )

/** The reference publishes no other message for a query that nests too deep. */
export const tooDeep = () => apiError(400, 'invalid_values', 'Value depth exceeds 10 items')

export const tooManyItems = (limit: number) =>
  apiError(
    400,
    'invalid_value',
    `Number of elements in composite query is greater than ${limit}, please try again with a smaller list`,
  )

/** The space at the end is the API's. */
export const invalidGroupOperator = () =>
  apiError(400, 'invalid_operator', 'Composite operators must be of type AND or OR ')

export const invalidOperator = (field: string, operator: string) =>
  apiError(400, 'invalid_operator', `${field} does not support operator: ${shown(operator)}`)

/** `noun` is "field", or "search field" as companies call it. */
export const invalidField = (field: string, noun = 'field') =>
  apiError(400, 'invalid_field', `${shown(field)} is not a valid ${noun}`)

/** @param type "string", "integer", … as in "123 is not a valid string" */
export const invalidValue = (value: unknown, type: string) =>
  apiError(400, 'invalid_value', `${shown(value)} is not a valid ${type}`)

export const invalidSortOrder = (order: unknown) =>
  apiError(400, 'invalid_sort_order', `Invalid sort order '${shown(order)}'. Must be one of: ascending, descending`)

/** The client's value, shortened, without control characters that break JSON or a terminal. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.slice(0, 100).replaceAll('\0', '').toWellFormed()
}

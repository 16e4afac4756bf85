/**
 * A parsed query to one SQL expression.
 */
import { fragment, type Fragment } from '../db/pool.ts'
import { allOf, anyOf } from './combine.ts'
import { findField, type Comparison, type Operator, type SearchContext, type SearchFields } from './fields.ts'
import { fieldsOf, type FieldQuery, type Query } from './parse.ts'
import { invalidOperator, invalidValue } from './search-errors.ts'
import { isText } from './values.ts'

/** The operators that say what does not match, and what they negate. */
const NEGATIONS: Partial<Record<Operator, Operator>> = { '!=': '=', NIN: 'IN', '!~': '~' }

/**
 * A boolean expression over the resource's table, which stands unaliased in the query around it.
 * It says nothing of the workspace, nor of deleted rows: that is the query's own `where`.
 *
 * @throws 400 invalid_field, invalid_operator, invalid_value
 */
export function compileQuery(query: Query, search: SearchFields, context: SearchContext): Fragment {
  if (query.kind === 'field') return compileField(query, search, context)
  const items = query.items.map((item) => compileQuery(item, search, context))
  return query.kind === 'any' ? anyOf(items) : allOf(items)
}

/** The segments that a query asks for: load their filters into `context.segments`. */
export function segmentIdsOf(query: Query): string[] {
  const values = fieldsOf(query).flatMap(({ field, value }) => (field === 'segment_id' ? [value].flat() : []))
  return [...new Set(values)].filter((value) => isText(value))
}

/** Whether a query asks for custom attributes: load the model's into `context.attributes`. */
export const usesAttributes = (query: Query): boolean =>
  fieldsOf(query).some(({ field }) => field.startsWith('custom_attributes.'))

function compileField({ field, operator, value }: FieldQuery, search: SearchFields, context: SearchContext): Fragment {
  const definition = findField(field, search, context)
  if (!isOneOf(operator, definition.operators(context))) throw invalidOperator(field, operator)
  const positive = NEGATIONS[operator] ?? operator
  const match =
    positive === '=' || positive === 'IN'
      ? equals(positive === 'IN' ? readList(value) : [value])
      : definition.compare(positive as Comparison, value, context)
  if (positive === operator) return match
  // `is not true` takes an unknown comparison, which is one with a missing value, for a difference.
  const findsMissing = search.negationFindsMissing(context) && value !== null
  return findsMissing ? fragment`(${match}) is not true` : fragment`not (${match})`

  function equals(values: unknown[]): Fragment {
    const present = values.filter((item) => item !== null)
    const conditions = present.length ? [definition.among(present, context, positive !== operator)] : []
    return anyOf(present.length < values.length ? [...conditions, definition.missing] : conditions)
  }
}

function readList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw invalidValue(value, 'array')
  return value
}

const isOneOf = (operator: string, operators: readonly Operator[]): operator is Operator =>
  (operators as readonly string[]).includes(operator)

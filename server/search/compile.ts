/**
 * A parsed query to one SQL expression.
 */
import { fragment, type Fragment } from '../db/pool.ts'
import { allOf, anyOf } from './combine.ts'
import {
  findField,
  type Comparison,
  type FieldDefinition,
  type Operator,
  type SearchContext,
  type SearchFields,
} from './fields.ts'
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

const ATTRIBUTE = 'custom_attributes.'

/** The custom attributes that a query asks for: load what the model has of them into `context.attributes`. */
export const attributesOf = (query: Query): string[] =>
  fieldsOf(query)
    .flatMap(({ field }) => (field.startsWith(ATTRIBUTE) ? field.slice(ATTRIBUTE.length) : []))
    .filter(isText)

/** A query of one field, its operator taken apart. */
export interface Comparing {
  definition: FieldDefinition
  /** `=` stands for `IN`, too. */
  operator: '=' | Comparison
  /** None of them null. */
  values: unknown[]
  /** A missing value is among those that are asked for. */
  orMissing: boolean
  negated: boolean
  /** Negated, it finds what has no value. */
  findsMissing: boolean
}

/** @throws 400 invalid_field, invalid_operator, invalid_value */
export function readComparing(
  { field, operator, value }: FieldQuery,
  search: SearchFields,
  context: SearchContext,
): Comparing {
  const definition = findField(field, search, context)
  if (!isOneOf(operator, definition.operators(context))) throw invalidOperator(field, operator)
  const positive = NEGATIONS[operator] ?? operator
  const isEqual = positive === '=' || positive === 'IN'
  const values = positive === 'IN' ? readList(value) : [value]
  return {
    definition,
    operator: isEqual ? '=' : (positive as Comparison),
    values: isEqual ? values.filter((item) => item !== null) : values,
    orMissing: isEqual && values.includes(null),
    negated: positive !== operator,
    findsMissing: search.negationFindsMissing(context) && value !== null,
  }
}

/** What it finds before it is negated. */
export function compileMatch(
  { definition, operator, values, orMissing, negated }: Comparing,
  context: SearchContext,
): Fragment {
  if (operator !== '=') return definition.compare(operator, values[0], context)
  const conditions = values.length > 0 ? [definition.among(values, context, negated)] : []
  return anyOf(orMissing ? [...conditions, definition.missing] : conditions)
}

function compileField(query: FieldQuery, search: SearchFields, context: SearchContext): Fragment {
  const comparing = readComparing(query, search, context)
  const match = compileMatch(comparing, context)
  if (!comparing.negated) return match
  // `is not true` takes an unknown comparison, which is one with a missing value, for a difference.
  return comparing.findsMissing ? fragment`(${match}) is not true` : fragment`not (${match})`
}

function readList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw invalidValue(value, 'array')
  return value
}

const isOneOf = (operator: string, operators: readonly Operator[]): operator is Operator =>
  (operators as readonly string[]).includes(operator)

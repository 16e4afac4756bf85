/**
 * A parsed query to one SQL expression.
 */
import { fragment, type Fragment } from '../db/pool.ts'
import { allOf, anyOf } from './combine.ts'
import {
  findField,
  type Comparison,
  type FieldDefinition,
  type NumberRange,
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
  if (query.kind === 'any') return anyOf(query.items.map((item) => compileQuery(item, search, context)))
  const items = query.kind === 'field' ? [query] : query.items
  const compiled = items.map((item): { condition: Fragment; range?: NumberRange } =>
    item.kind === 'field' ? compileField(item, search, context) : { condition: compileQuery(item, search, context) },
  )
  const conditions = compiled.map(({ condition }) => condition)
  return allOf([
    ...narrowing(
      compiled.flatMap(({ range }) => range ?? []),
      context,
    ),
    ...conditions,
  ])
}

/** Conditions that must all hold for one attribute are one range: "after this and before that" is narrow, each end is not. */
function narrowing(ranges: NumberRange[], { narrow }: SearchContext): Fragment[] {
  if (!narrow) return []
  return [...Map.groupBy(ranges, ({ attribute }) => attribute)].flatMap(
    ([attribute, parts]) => narrow({ attribute, condition: allOf(parts.map(({ condition }) => condition)) }) ?? [],
  )
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

/** @throws 400 invalid_field, invalid_operator, invalid_value */
function compileField(
  { field, operator, value }: FieldQuery,
  search: SearchFields,
  context: SearchContext,
): { condition: Fragment; range?: NumberRange } {
  const definition = findField(field, search, context)
  if (!isOneOf(operator, definition.operators(context))) throw invalidOperator(field, operator)
  const positive = NEGATIONS[operator] ?? operator
  const match = (of: FieldDefinition) => compileMatch(of, positive, value, context, positive !== operator)
  if (positive !== operator) {
    const findsMissing = search.negationFindsMissing(context) && value !== null
    // `is not true` takes an unknown comparison, which is one with a missing value, for a difference.
    return {
      condition: findsMissing ? fragment`(${match(definition)}) is not true` : fragment`not (${match(definition)})`,
    }
  }
  const { aside } = definition
  const findsMissing = [value].flat().includes(null)
  return {
    condition: match(definition),
    ...(aside && !findsMissing && { range: { attribute: aside.attribute, condition: match(aside.field) } }),
  }
}

/** @param operator one that is no negation */
function compileMatch(
  definition: FieldDefinition,
  operator: Operator,
  value: unknown,
  context: SearchContext,
  negated: boolean,
): Fragment {
  if (operator !== '=' && operator !== 'IN') return definition.compare(operator as Comparison, value, context)
  const values = operator === 'IN' ? readList(value) : [value]
  const given = values.filter((item) => item !== null)
  const conditions = given.length > 0 ? [definition.among(given, context, negated)] : []
  return anyOf(given.length < values.length ? [...conditions, definition.missing] : conditions)
}

function readList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw invalidValue(value, 'array')
  return value
}

const isOneOf = (operator: string, operators: readonly Operator[]): operator is Operator =>
  (operators as readonly string[]).includes(operator)

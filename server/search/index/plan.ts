/**
 * A query as the index sees it: a tree of conditions, each with what it needs from the index.
 */
import { fragment, type Fragment } from '../../db/pool.ts'
import { ApiError } from '../../http/errors.ts'
import { compileMatch, compileQuery, readComparing } from '../compile.ts'
import { findField, type SearchContext, type SearchFields } from '../fields.ts'
import type { FieldQuery, Query } from '../parse.ts'
import { wordsOf } from './content.ts'
import type { Finding, Limit } from './indexed-field.ts'

/** One that the index answers, or of which it names those that may match; without `finding` the table is asked. */
export interface Condition {
  kind: 'condition'
  field: string
  ignoresCase: boolean
  finding: Exclude<Finding, { queries: unknown }> | undefined
  orMissing: boolean
  /** What it finds before it is negated, in SQL. */
  match: Fragment
}

export type Plan =
  | Condition
  | { kind: 'all' | 'any'; items: Plan[] }
  /** @property alsoNot what is not to be found either: rows without a value of this field */
  | { kind: 'not'; item: Plan; alsoNot: string | undefined }

/** @throws 400 invalid_field, invalid_operator, invalid_value */
export function planQuery(query: Query, search: SearchFields, context: SearchContext): Plan {
  if (query.kind !== 'field') {
    const asked = query.kind === 'any' ? joinEqualities(query.items, search, context) : query.items
    const items = asked.map((item) => planQuery(item, search, context))
    return { kind: query.kind, items: query.kind === 'all' ? joinRanges(items) : items }
  }
  const comparing = readComparing(query, search, context)
  const { definition, operator, values, orMissing, negated, findsMissing } = comparing
  const { index } = definition
  if (!index)
    return {
      kind: 'condition',
      field: query.field,
      ignoresCase: false,
      finding: undefined,
      orMissing: false,
      match: compileQuery(query, search, context),
    }
  const finding = values.length > 0 ? index.find(operator, values, context) : { terms: [] }
  const item: Plan =
    finding && 'queries' in finding
      ? { kind: 'any', items: finding.queries.map((inner) => planInner(inner.query, search, inner.context)) }
      : {
          kind: 'condition',
          field: finding && 'ofWords' in finding ? wordsOf(query.field) : query.field,
          ignoresCase: index.ignoresCase ?? false,
          finding,
          orMissing,
          match: compileMatch(comparing, context),
        }
  if (!negated) return item
  const knowsMissing = findsMissing || orMissing || index.missingIsNoMatch
  return { kind: 'not', item, alsoNot: knowsMissing ? undefined : query.field }
}

/** "This or that" of one field is looked up at once, be it in the table. */
function joinEqualities(items: Query[], search: SearchFields, context: SearchContext): Query[] {
  const equalities = Map.groupBy(items.filter(isEquality), ({ field }) => field)
  return items.flatMap((item): Query[] => {
    const alike = isEquality(item) ? equalities.get(item.field)! : []
    if (alike.length < 2 || !findField(alike[0]!.field, search, context).operators(context).includes('IN'))
      return [item]
    if (alike[0] !== item) return []
    return [{ ...alike[0], operator: 'IN', value: alike.map(({ value }) => value) }]
  })
}

const isEquality = (query: Query): query is FieldQuery =>
  query.kind === 'field' && query.operator === '=' && query.value !== null

/** "After this and before that" is one range, which is found without all that is after and all that is before. */
function joinRanges(items: Plan[]): Plan[] {
  const joined: Plan[] = []
  for (const item of items) {
    const range = openRange(item)
    const other = range
      ? joined.findIndex((one) => {
          const open = openRange(one)
          return open?.field === range.field && (open.from === undefined) !== (range.from === undefined)
        })
      : -1
    if (other === -1) joined.push(item)
    else joined[other] = between(joined[other] as Condition, item as Condition)
  }
  return joined
}

function between(one: Condition, other: Condition): Condition {
  const [first, second] = [one, other].map((condition) => openRange(condition)!) as [OpenRange, OpenRange]
  return {
    ...one,
    finding: { ranges: [{ from: first.from ?? second.from!, to: first.to ?? second.to! }] },
    match: fragment`(${one.match} and ${other.match})`,
  }
}

interface OpenRange {
  field: string
  from: Limit | undefined
  to: Limit | undefined
}

/** Of a condition that asks for one range with one end, that range. */
function openRange(plan: Plan): OpenRange | undefined {
  if (plan.kind !== 'condition' || plan.orMissing || !plan.finding || !('ranges' in plan.finding)) return undefined
  const { ranges, orMissing } = plan.finding
  const [{ from, to } = {}] = ranges
  if (orMissing || ranges.length !== 1 || (from === undefined) === (to === undefined)) return undefined
  return { field: plan.field, from, to }
}

/** A segment's filter over an attribute that is gone finds nobody. */
function planInner(query: Query, search: SearchFields, context: SearchContext): Plan {
  try {
    return planQuery(query, search, context)
  } catch (error) {
    if (error instanceof ApiError) return { kind: 'any', items: [] }
    throw error
  }
}

/**
 * Whether a query finds none but some rows that it names: the table looks them up by its own indexes,
 * where an index of searches would first be asked which of them it has.
 *
 * @throws 400 invalid_field, invalid_operator, invalid_value
 */
export function namesRows(query: Query, search: SearchFields, context: SearchContext): boolean {
  if (query.kind !== 'field') {
    const isNamed = (item: Query) => namesRows(item, search, context)
    return query.kind === 'all' ? query.items.some(isNamed) : query.items.every(isNamed)
  }
  const { definition, operator, orMissing, negated } = readComparing(query, search, context)
  return definition.index?.isKey === true && operator === '=' && !orMissing && !negated
}

export function conditionsOf(plan: Plan): Condition[] {
  if (plan.kind === 'condition') return [plan]
  return plan.kind === 'not' ? conditionsOf(plan.item) : plan.items.flatMap(conditionsOf)
}

/** The fields of which it must be known whether a row has a value. */
export function fieldsToKnow(plan: Plan): string[] {
  if (plan.kind === 'not') return [...(plan.alsoNot === undefined ? [] : [plan.alsoNot]), ...fieldsToKnow(plan.item)]
  if (plan.kind !== 'condition') return plan.items.flatMap(fieldsToKnow)
  const { finding, orMissing, field } = plan
  const isOpen = finding && 'ranges' in finding && finding.ranges.some(({ to }) => to === undefined)
  const asksForMissing = orMissing || (finding && 'orMissing' in finding && finding.orMissing)
  return isOpen || asksForMissing ? [field] : []
}

/**
 * What tells a plan from others; undefined where only the table knows what it finds. The SQL is left
 * out: it says once more what the rest says.
 */
export function nameOf(plan: Plan): string | undefined {
  if (conditionsOf(plan).some(({ finding }) => !finding)) return undefined
  return JSON.stringify(plan, (key, value: unknown) => (key === 'match' || key === 'sql' ? undefined : value))
}

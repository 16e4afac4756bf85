/**
 * The whitelist of a resource's searchable fields. Each has a type that knows its operators and their SQL.
 * Identifiers come from the whitelist alone, values travel as parameters alone. A resource's search-fields.ts builds
 * its list from the types of this folder (`string`, `integer`, `timestamp`, …); its SQL names the table's columns in
 * full (`contacts.email`), so the query around it must not alias the table.
 */
import type { Fragment } from '../db/pool.ts'
import type { Query } from './parse.ts'
import { invalidField } from './search-errors.ts'

/** Operators that say what matches; `!=`, `NIN` and `!~` are their negations, made by compile.ts. */
export type Comparison = '>' | '<' | '>=' | '<=' | '~' | '^' | '$'
export const OPERATORS = ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<=', '~', '!~', '^', '$'] as const
export type Operator = (typeof OPERATORS)[number]

/** The type of a field's values; guide.ts has the words for it. */
export type Kind =
  | 'text'
  | 'exact'
  | 'words'
  | 'id'
  | 'ids'
  | 'segment'
  | 'number'
  | 'numberOrEqual'
  | 'switch'
  | 'time'
  | 'timeOrEqual'
  | 'day'
  | 'dayInUtc'

/** The meaning of a query depends on the workspace, the time and the version. */
export interface SearchContext {
  workspaceId: number
  /** The workspace's time zone: before the change `SearchTimestampsExactly` contact dates are its days. */
  timeZone: string
  now: Date
  /** True if a named change of the API applies to the request. */
  has(change: string): boolean
  /** The data attributes of the searched model by name, those of `attributesOf(query)`. */
  attributes: ReadonlyMap<string, { data_type: string }>
  /** The parsed filters of the segments that `segmentIdsOf(query)` names. An absent one matches nobody. */
  segments: ReadonlyMap<string, Query>
  /** Set by the compiler inside a segment's filter, where a date may be `{days_ago: n}`. */
  insideSegment?: boolean
  /**
   * Set by `findPage`: a condition that an index answers and that every row in a range of a custom attribute
   * meets. The compiler adds it to the exact one; undefined where it would not help.
   */
  narrow?(range: NumberRange): Fragment | undefined
}

/** Rows by a custom attribute of numbers or dates. */
export interface NumberRange {
  attribute: string
  /** Over `numbers.value`, of the side table that holds these numbers. */
  condition: Fragment
}

export interface SortColumn {
  column: Fragment
  /** The form of its value in a cursor: dates as milliseconds. */
  type: 'date' | 'number' | 'string'
  nullable: boolean
}

export interface FieldDefinition {
  /** The type of its values, as the API reference calls it (guide.ts). */
  kind: Kind | ((context: SearchContext) => Kind)
  operators(context: SearchContext): readonly Operator[]
  /**
   * `=` and `IN`: one or more values, none of them null. Where it is to be negated, a missing value
   * must come out as null, not as false.
   * @throws 400 invalid_value
   */
  among(values: unknown[], context: SearchContext, negated: boolean): Fragment
  /** The other operators that `operators` lists. @throws 400 invalid_value */
  compare(operator: Comparison, value: unknown, context: SearchContext): Fragment
  /** `= null` */
  missing: Fragment
  /** Absent where nothing can be sorted by it. */
  sort?: SortColumn
  /** For a custom attribute of numbers or dates: its name, and the same comparisons over `numbers.value`. */
  aside?: { attribute: string; field: FieldDefinition }
}

/** A field with a name in it, such as `custom_attributes.{name}`. Undefined where there is none of that name. */
export interface FieldPattern {
  prefix: string
  field(name: string, context: Pick<SearchContext, 'attributes'>): FieldDefinition | undefined
}

export interface SearchFields {
  fields: Record<string, FieldDefinition>
  patterns?: FieldPattern[]
  /** True if `!=`, `NIN` and `!~` also match rows without a value. */
  negationFindsMissing(context: SearchContext): boolean
  /** The noun in the error for an unknown field, "field" by default. */
  noun?: string
  /** The unique key that ends every order. */
  id: { column: Fragment; type: 'text' | 'bigint' }
}

/** @throws 400 invalid_field */
export function findField(name: string, search: SearchFields, context: SearchContext): FieldDefinition {
  if (Object.hasOwn(search.fields, name)) return search.fields[name]!
  const pattern = search.patterns?.find(({ prefix }) => name.startsWith(prefix))
  const definition = pattern?.field(name.slice(pattern.prefix.length), context)
  if (!definition) throw invalidField(name, search.noun)
  return definition
}

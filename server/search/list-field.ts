/** Columns that hold many ids: a condition holds for the row where it holds for one of them. */
import { fragment, type Fragment } from '../db/pool.ts'
import type { FieldDefinition, Operator } from './fields.ts'
import { likePattern, STRING_OPERATORS, toId } from './string-field.ts'
import { readString } from './values.ts'

export interface ListOptions {
  type: 'text' | 'bigint'
  /** Operators; by default those of strings, since ids are strings on the wire. */
  operators?: readonly Operator[]
}

/** @param column an array column, never null */
export function idList(column: Fragment, { type, operators = STRING_OPERATORS }: ListOptions): FieldDefinition {
  return {
    kind: 'ids',
    operators: () => operators,
    among: (values) => {
      const texts = values.map(readString)
      const ids = type === 'text' ? fragment`${texts}::text[]` : fragment`${texts.flatMap(toId)}::bigint[]`
      return fragment`${column} && ${ids}`
    },
    compare: (operator, value) =>
      fragment`exists (select from unnest(${column}) item where ${likePattern(fragment`item::text`, operator, value)})`,
    missing: fragment`${column} = '{}'`,
  }
}

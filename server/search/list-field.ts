/** Columns that hold many ids: a condition holds for the row where it holds for one of them. */
import { fragment, type Fragment } from '../db/pool.ts'
import type { FieldDefinition, Operator, SearchContext } from './fields.ts'
import { likePattern, STRING_OPERATORS, toId } from './string-field.ts'
import { readString } from './values.ts'

export interface ListOptions {
  type: 'text' | 'bigint'
  /** Which operators it takes: by default those of strings, which ids are on the wire. */
  operators?: readonly Operator[]
  /** The rows that have one of these ids, found through an index; without it the array column is read. */
  lookUp?: (ids: Fragment, context: SearchContext) => Fragment
}

/** @param column an array column, never null */
export function idList(column: Fragment, { type, operators = STRING_OPERATORS, lookUp }: ListOptions): FieldDefinition {
  return {
    operators: () => operators,
    among: (values, context) => {
      const texts = values.map(readString)
      const ids = type === 'text' ? fragment`${texts}::text[]` : fragment`${texts.flatMap(toId)}::bigint[]`
      return lookUp ? lookUp(ids, context) : fragment`${column} && ${ids}`
    },
    compare: (operator, value) =>
      fragment`exists (select from unnest(${column}) item where ${likePattern(fragment`item::text`, operator, value)})`,
    missing: fragment`${column} = '{}'`,
    index: {
      kind: 'words',
      value: fragment`nullif(${column}::text[], '{}')`,
      missingIsNoMatch: true,
      find: (operator, values) => {
        const texts = values.map(readString)
        if (operator !== '=') return undefined
        return { terms: type === 'text' ? texts : texts.flatMap(toId).map(String) }
      },
    },
  }
}

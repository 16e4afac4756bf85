/**
 * What a field type tells the search index: which value of a row is indexed, and what a condition
 * asks of the values. A field without it is asked of the table itself.
 */
import type { Fragment } from '../../db/pool.ts'
import type { Comparison, FieldDefinition, SearchContext } from '../fields.ts'
import type { Query } from '../parse.ts'

/** A number or a date (whole unix seconds). */
export type Limit = { at: number | WorkedOut; included: boolean }

/** A number that the database must work out: the same one for the same name. */
export interface WorkedOut {
  name: string
  sql: Fragment
}

export type Finding =
  /** One of these values. */
  | { terms: string[]; orMissing?: boolean }
  /** With `ofWords`, one of the field's words contains, begins with or ends with the text. */
  | { pattern: '~' | '^' | '$'; text: string; ofWords?: true }
  /** Within one of these; an end that is absent is open. */
  | { ranges: { from?: Limit; to?: Limit }[]; orMissing?: boolean }
  /** What one of these other queries finds. */
  | { queries: { query: Query; context: SearchContext }[] }

export interface IndexedField {
  /**
   * `words`: text that is compared as a whole or by its parts, one value or an array of them;
   * `numbers`: a float8; dates stand as whole unix seconds; `queries`: nothing of its own.
   */
  kind: 'words' | 'numbers' | 'queries'
  /** As SQL over the table; null where the row has no value. */
  value?: Fragment
  /** Its words as SQL, an array: what patterns are held against. */
  words?: Fragment
  /** Letters are the same in either case. */
  ignoresCase?: boolean
  /** The table itself finds the few rows that have one of some values. */
  isKey?: true
  /** A row without a value is known not to match, where others are neither matched nor not. */
  missingIsNoMatch?: boolean
  /**
   * @param operator one that is no negation; `=` also stands for `IN`
   * @param values none of them null
   * @returns undefined where only the table can tell
   * @throws 400 invalid_value
   */
  find(operator: '=' | Comparison, values: unknown[], context: SearchContext): Finding | undefined
}

/** The key of the table, which every row has: the table is asked about it. */
export const primaryKey = (definition: FieldDefinition): FieldDefinition => ({
  ...definition,
  index: { kind: 'words', isKey: true, missingIsNoMatch: true, find: () => undefined },
})

/** A field whose single values the table has an index for, too: that is asked for them. */
export const keyed = (definition: FieldDefinition): FieldDefinition => ({
  ...definition,
  index: {
    ...definition.index!,
    isKey: true,
    find: (operator, values, context) =>
      operator === '=' ? undefined : definition.index!.find(operator, values, context),
  },
})

/** One number for each of the values. */
export const exactly = (numbers: number[]) =>
  numbers.map((at) => ({ from: { at, included: true }, to: { at, included: true } }))

/** What `>`, `<`, `>=` and `<=` of a number ask. */
export function beyond(operator: Comparison, at: Limit['at']): { from?: Limit; to?: Limit } {
  if (operator === '>' || operator === '>=') return { from: { at, included: operator === '>=' } }
  return { to: { at, included: operator === '<=' } }
}

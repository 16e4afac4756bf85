/** Text columns, and ids, which the wire shows as text. */
import { fragment, type Fragment } from '../db/pool.ts'
import { anyOf, separated } from './combine.ts'
import type { Comparison, FieldDefinition, Operator } from './fields.ts'
import { invalidValue } from './search-errors.ts'
import { readString } from './values.ts'

export const STRING_OPERATORS: readonly Operator[] = ['=', '!=', 'IN', 'NIN', '~', '!~', '^', '$']

const COMPARISONS: readonly Operator[] = ['>', '<', '>=', '<=']

/** In characters. A cursor carries the start of a text only: a sort key is kept well below its limit of 256. */
export const SORT_KEY_LENGTH = 120

/** Free text: names, cities, devices. All operators ignore case, as people do. */
export function string(column: Fragment): FieldDefinition {
  return {
    ...exact(column),
    kind: 'text',
    among: (values) =>
      values.length === 1
        ? fragment`lower(${column}) = lower(${readString(values[0])})`
        : fragment`lower(${column}) in (${separated(
            values.map((value) => fragment`lower(${readString(value)})`),
            fragment`,`,
          )})`,
  }
}

/** Text that is equal only to itself: external ids, words with a fixed meaning. */
export function exact(column: Fragment, nullable = true): FieldDefinition {
  return {
    kind: 'exact',
    operators: () => STRING_OPERATORS,
    among: (values) =>
      values.length === 1
        ? fragment`${column} = ${readString(values[0])}`
        : fragment`${column} = any(${values.map(readString)}::text[])`,
    compare: (operator, value) => likePattern(column, operator, value),
    missing: fragment`${column} is null`,
    // In the order of their bytes, wherever the database was made.
    sort: { column: fragment`(left(${column}, ${SORT_KEY_LENGTH}) collate "C")`, type: 'string', nullable },
  }
}

/**
 * A number that the wire shows as text: the ids of conversations, admins, messages.
 * Text that is no such number is equal to none. `>` and its like compare as numbers, with empty text
 * below all: clients that sync by ascending id begin with `id > ""`.
 * With `zeroIsMissing` 0 stands for no value: the id of nobody.
 */
export function numericId(
  column: Fragment,
  { numbersToo = false, nullable = true, zeroIsMissing = false } = {},
): FieldDefinition {
  const missing = fragment`${column} is null`
  const read = (value: unknown) => (numbersToo && Number.isSafeInteger(value) ? String(value) : readString(value))
  return {
    kind: 'id',
    operators: () => [...STRING_OPERATORS, ...COMPARISONS],
    among: (values) => {
      const ids = values.map(read).flatMap(toId)
      if (ids.length === 0) return fragment`false`
      const match =
        ids.length === 1 ? fragment`${column} = ${ids[0]!}::bigint` : fragment`${column} = any(${ids}::bigint[])`
      return zeroIsMissing && ids.some((id) => Number(id) === 0) ? anyOf([match, missing]) : match
    },
    compare: (operator, value) =>
      COMPARISONS.includes(operator)
        ? compareIds(column, operator, read(value))
        : likePattern(fragment`${column}::text`, operator, read(value)),
    missing,
    sort: { column, type: 'number', nullable },
  }
}

/** @throws 400 invalid_value for text that is neither empty nor a number */
function compareIds(column: Fragment, operator: Comparison, text: string): Fragment {
  if (text === '') return operator.startsWith('>') ? fragment`${column} is not null` : fragment`false`
  const [id] = toId(text)
  if (id === undefined) throw invalidValue(text, 'integer')
  return fragment`${column} ${ORDERS[operator]!} ${id}::bigint`
}

const ORDERS: Partial<Record<Comparison, Fragment>> = {
  '>': fragment`>`,
  '<': fragment`<`,
  '>=': fragment`>=`,
  '<=': fragment`<=`,
}

/** A word with a fixed meaning, where the wire knows other words for it: each stands for stored ones. */
export function word(column: Fragment, meanings: Record<string, string[]>): FieldDefinition {
  const plain = exact(column)
  const stored = (value: unknown) => {
    const text = readString(value)
    return Object.hasOwn(meanings, text) ? meanings[text]! : [text]
  }
  return {
    ...plain,
    among: (values, ...rest) => plain.among(values.flatMap(stored), ...rest),
  }
}

/** A part of a pattern that pg_trgm can look up: a word counts two blanks before it and one after it. */
const TRIGRAM =
  /[\p{Alphabetic}\p{Nd}]{3}|[^\p{Alphabetic}\p{Nd}][\p{Alphabetic}\p{Nd}]|[\p{Alphabetic}\p{Nd}]{2}[^\p{Alphabetic}\p{Nd}]/u

/** `~`, `^` and `$` as a pattern. Case never matters to them. */
export function likePattern(column: Fragment, operator: Comparison, value: unknown): Fragment {
  const plain = readString(value)
  const literal = plain.replaceAll(/[\\%_]/g, String.raw`\$&`)
  // A trigram index would be read whole for a pattern without a trigram: a filter is quicker.
  const compared = (between: string) => (TRIGRAM.test(between) ? column : fragment`(${column} || '')`)
  if (operator === '~') return fragment`${compared(plain)} ilike ${`%${literal}%`}`
  if (operator === '^') return fragment`${compared(` ${plain}`)} ilike ${`${literal}%`}`
  if (operator === '$') return fragment`${compared(`${plain} `)} ilike ${`%${literal}`}`
  throw invalidValue(value, 'number') // out of reach: no field of text takes an operator of numbers
}

/** The number that an id's text means; none where it is not written as the wire writes it. */
export const toId = (text: string): number[] =>
  /^(0|[1-9]\d{0,15})$/.test(text) ? [Number(text)].filter(Number.isSafeInteger) : []

/** The ranges of custom attributes that a query offers to be narrowed by, and where their rows stand in it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fragment } from '../db/pool.ts'
import { contactSearch } from '../resources/contacts/search-fields.ts'
import { compileQuery } from './compile.ts'
import { parseQuery } from './parse.ts'
import { rendered } from './rendered.ts'
import { before } from './test-contexts.ts'

const seats = (operator: string, value: unknown) => ({ field: 'custom_attributes.seats', operator, value })
const score = (operator: string, value: unknown) => ({ field: 'custom_attributes.score', operator, value })
const role = { field: 'role', operator: '=', value: 'user' }
const and = (...value: unknown[]) => ({ operator: 'AND', value })
const or = (...value: unknown[]) => ({ operator: 'OR', value })

/** Compiles a query whose ranges are narrowed to rows called by their attribute, and gives back what was asked. */
function compiled(raw: unknown, isNarrow = true) {
  const ranges: string[] = []
  const where = compileQuery(parseQuery(raw), contactSearch, {
    ...before,
    narrow: ({ attribute, condition }) => {
      ranges.push(`${attribute}: ${rendered(condition).sql}`)
      return isNarrow ? fragment`[narrow]` : undefined
    },
  })
  return { ranges, sql: rendered(where).sql }
}

const ranges: [name: string, query: unknown, ...ranges: string[]][] = [
  ['a comparison', seats('>', 3), 'seats: numbers.value > $1::bigint'],
  ['an equality', seats('=', 3), 'seats: numbers.value = $1::bigint'],
  ['a list', seats('IN', [3, 4]), 'seats: numbers.value = any($1::bigint[])'],
  [
    'two ends of one attribute together',
    and(seats('>', 3), role, seats('<', 9)),
    'seats: (numbers.value > $1::bigint and numbers.value < $2::bigint)',
  ],
  [
    'two attributes apart',
    and(seats('>', 3), score('<', 9)),
    'seats: numbers.value > $1::bigint',
    'score: numbers.value < $1::numeric',
  ],
  [
    'each side of an alternative',
    or(seats('>', 3), seats('<', 1)),
    'seats: numbers.value > $1::bigint',
    'seats: numbers.value < $1::bigint',
  ],
  ['nothing where missing values are asked for', seats('=', null)],
  ['nothing where missing values are among those asked for', seats('IN', [3, null])],
  ['nothing of a negation', seats('!=', 3)],
  ['nothing of a field without numbers', role],
]
for (const [name, query, ...expected] of ranges)
  test(`a query offers ${name}`, () => assert.deepEqual(compiled(query).ranges, expected))

test('the rows of a narrow range stand before the conditions, which still hold', () => {
  const plain = rendered(compileQuery(parseQuery(and(seats('>', 3), role)), contactSearch, before)).sql
  assert.equal(compiled(and(seats('>', 3), role)).sql, plain.replace('(', '([narrow] and '))
  assert.equal(compiled(and(seats('>', 3), role), false).sql, plain)
})

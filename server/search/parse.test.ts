import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiError } from '../http/errors.ts'
import { LIMITS, parseQuery, parseSegmentFilter } from './parse.ts'

const INVALID_QUERY =
  "Invalid query. Ensure 'field', 'operator', 'value' are present for field queries. Ensure 'operator' and 'value' for composite queries."
const TOO_MANY = 'Number of elements in composite query is greater than 15, please try again with a smaller list'

const field = { field: 'email', operator: '=', value: 'a@b.c' }
const parsedField = { kind: 'field', ...field }
const times = (length: number, item: unknown) => Array.from({ length }, () => item)
const and = (...value: unknown[]) => ({ operator: 'AND', value })
const or = (...value: unknown[]) => ({ operator: 'OR', value })

const good: [string, unknown, unknown][] = [
  ['a field', field, parsedField],
  ['null', { ...field, value: null }, { ...parsedField, value: null }],
  [
    'false',
    { field: 'open', operator: '=', value: false },
    { kind: 'field', field: 'open', operator: '=', value: false },
  ],
  ['a list', { ...field, operator: 'IN', value: ['a', 'b'] }, { ...parsedField, operator: 'IN', value: ['a', 'b'] }],
  ['a group', and(field), { kind: 'all', items: [parsedField] }],
  ['a group of fifteen', or(...times(15, field)), { kind: 'any', items: times(15, parsedField) }],
  [
    'groups in a group',
    and(or(field, field), or(field)),
    {
      kind: 'all',
      items: [
        { kind: 'any', items: [parsedField, parsedField] },
        { kind: 'any', items: [parsedField] },
      ],
    },
  ],
  [
    'a group beside a field',
    or(and(field), field),
    { kind: 'any', items: [{ kind: 'all', items: [parsedField] }, parsedField] },
  ],
  [
    'lists of 2,000 values in all',
    and({ ...field, operator: 'IN', value: Array(1999).fill('x') }, field),
    { kind: 'all', items: [{ ...parsedField, operator: 'IN', value: Array(1999).fill('x') }, parsedField] },
  ],
  ['keys that mean nothing', { ...field, note: 1 }, parsedField],
]

for (const [name, raw, expected] of good) {
  test(`a query may be ${name}`, () => assert.deepEqual(parseQuery(raw), expected))
}

const bad: [string, unknown, string, string][] = [
  ['nothing', undefined, 'invalid_query', INVALID_QUERY],
  ['null', null, 'invalid_query', INVALID_QUERY],
  ['text', 'email = a@b.c', 'invalid_query', INVALID_QUERY],
  ['an array', [field], 'invalid_query', INVALID_QUERY],
  ['an empty object', {}, 'invalid_query', INVALID_QUERY],
  ['a field without an operator', { field: 'email', value: 'x' }, 'invalid_query', INVALID_QUERY],
  ['a field that is no text', { field: 7, operator: '=', value: 'x' }, 'invalid_query', INVALID_QUERY],
  ['an operator that is no text', { field: 'email', operator: ['='], value: 'x' }, 'invalid_query', INVALID_QUERY],
  ['a group without a value', { operator: 'AND' }, 'invalid_query', INVALID_QUERY],
  ['a group of text', { operator: 'AND', value: 'x' }, 'invalid_query', INVALID_QUERY],
  ['an empty group', and(), 'invalid_query', INVALID_QUERY],
  ['a group of nothing', and(null), 'invalid_query', INVALID_QUERY],
  [
    'a group of another kind',
    { operator: 'XOR', value: [field] },
    'invalid_operator',
    'Composite operators must be of type AND or OR ',
  ],
  [
    'a group called constructor',
    { operator: 'constructor', value: [field] },
    'invalid_operator',
    'Composite operators must be of type AND or OR ',
  ],
  ['a group of sixteen', and(...times(16, field)), 'invalid_value', TOO_MANY],
  ['an inner group of sixteen', and(or(...times(16, field))), 'invalid_value', TOO_MANY],
  [
    'a list of 2001',
    { ...field, operator: 'IN', value: Array(2001).fill('x') },
    'invalid_value',
    TOO_MANY.replace('15', '2000'),
  ],
  [
    'a list of 2000 beside another value',
    and({ ...field, operator: 'NIN', value: Array(2000).fill('x') }, field),
    'invalid_value',
    TOO_MANY.replace('15', '2000'),
  ],
  ['three levels of groups', and(or(and(field))), 'invalid_values', 'Value depth exceeds 10 items'],
  [
    'a hundred levels',
    Array(100)
      .fill(0)
      .reduce((inner) => and(inner), field),
    'invalid_values',
    'Value depth exceeds 10 items',
  ],
]

for (const [name, raw, code, message] of bad) {
  test(`a query may not be ${name}`, () => {
    assert.throws(
      () => parseQuery(raw),
      (error) => {
        assert.ok(error instanceof ApiError)
        assert.deepEqual([error.status, error.code, error.message], [400, code, message])
        return true
      },
    )
  })
}

test('a segment without a filter finds everybody', () => {
  assert.deepEqual(parseSegmentFilter(null), { kind: 'all', items: [] })
})

test('a segment with a filter finds what the query of it does', () => {
  assert.deepEqual(parseSegmentFilter(and(field)), { kind: 'all', items: [parsedField] })
})

test('a condition without a value is one of null, as the official SDK sends it', () => {
  assert.deepEqual(
    parseQuery({ field: 'email', operator: '=' }),
    parseQuery({ field: 'email', operator: '=', value: null }),
  )
})

test('the limits that the guide tells are those that hold', () => {
  assert.deepEqual(LIMITS, { depth: 2, items: 15, values: 2000 })
})

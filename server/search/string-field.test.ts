/** Texts, words and ids: the SQL of each operator. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rendered } from './rendered.ts'
import { exact, likePattern, numericId, string, toId, word } from './string-field.ts'
import { before } from './test-contexts.ts'
import { checkFields, column, STRINGS, type Field } from './test-fields.ts'

const likes = (of: string): NonNullable<Field['compare']> => [
  ['~', 'a_b%c\\d', `${of} ilike $1`, '%a\\_b\\%c\\\\d%'],
  ['^', 'ann', `${of} ilike $1`, 'ann%'],
  ['$', 'ann', `${of} ilike $1`, '%ann'],
]

checkFields({
  'a text': {
    field: string(column),
    kind: 'text',
    operators: STRINGS,
    missing: 't.c is null',
    sort: ['(left(t.c, $1) collate "C")', 'string', true],
    among: [
      [['Ann'], 'lower(t.c) = lower($1)', 'Ann'],
      [['Ann', 'Bob'], 'lower(t.c) in (lower($1) , lower($2))', 'Ann', 'Bob'],
    ],
    compare: likes('t.c'),
    refused: [5, null, 'a\0'],
  },
  'an exact text': {
    field: exact(column),
    kind: 'exact',
    operators: STRINGS,
    missing: 't.c is null',
    sort: ['(left(t.c, $1) collate "C")', 'string', true],
    among: [
      [['Ann'], 't.c = $1', 'Ann'],
      [['Ann', 'Bob'], 't.c = any($1::text[])', ['Ann', 'Bob']],
    ],
    compare: likes('t.c'),
    refused: [5],
  },
  'an exact text that is never missing': {
    field: exact(column, false),
    kind: 'exact',
    operators: STRINGS,
    missing: 't.c is null',
    sort: ['(left(t.c, $1) collate "C")', 'string', false],
    among: [],
  },
  'a word with other words for it': {
    field: word(column, { one: ['a', 'b'], none: [] }),
    kind: 'exact',
    operators: STRINGS,
    missing: 't.c is null',
    sort: ['(left(t.c, $1) collate "C")', 'string', true],
    among: [
      [['one'], 't.c = any($1::text[])', ['a', 'b']],
      [['none'], 't.c = any($1::text[])', []],
      [['a'], 't.c = $1', 'a'],
      [['one', 'other', 'constructor'], 't.c = any($1::text[])', ['a', 'b', 'other', 'constructor']],
    ],
    compare: likes('t.c'),
    refused: [5],
  },
  'a number that is told as text': {
    field: numericId(column),
    kind: 'id',
    operators: `${STRINGS} > < >= <=`,
    missing: 't.c is null',
    sort: ['t.c', 'number', true],
    among: [
      [['12'], 't.c = $1::bigint', 12],
      [['12', '0', 'x'], 't.c = any($1::bigint[])', [12, 0]],
      [['x', '012'], 'false'],
    ],
    compare: [
      ['^', '12', 't.c::text ilike $1', '12%'],
      ['>', '12', 't.c > $1::bigint', 12],
      ['<', '12', 't.c < $1::bigint', 12],
      ['>=', '0', 't.c >= $1::bigint', 0],
      ['<=', '12', 't.c <= $1::bigint', 12],
      ['>', '', 't.c is not null'],
      ['>=', '', 't.c is not null'],
      ['<', '', 'false'],
      ['<=', '', 'false'],
    ],
    refused: [5, 1.5],
  },
  'a number that is told as text, and asked as a number as well': {
    field: numericId(column, { numbersToo: true, nullable: false }),
    kind: 'id',
    operators: `${STRINGS} > < >= <=`,
    missing: 't.c is null',
    sort: ['t.c', 'number', false],
    among: [
      [[12], 't.c = $1::bigint', 12],
      [['12', 13], 't.c = any($1::bigint[])', [12, 13]],
      [[-1], 'false'],
    ],
    compare: [
      ['~', 12, "(t.c::text || '') ilike $1", '%12%'],
      ['$', '2', "(t.c::text || '') ilike $1", '%2'],
    ],
    refused: [1.5, null, true],
  },
})

test('a text is sorted by its first 120 letters', () => {
  assert.deepEqual(rendered(string(column).sort!.column).values, [120])
})

for (const [id, number] of [
  ['0', 0],
  ['12', 12],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
] as const)
  test(`"${id}" is the id ${number}`, () => assert.deepEqual(toId(id), [number]))

for (const id of ['', '012', '-1', '+1', '1.0', '1e3', ' 1', '1 ', 'x1', '9007199254740992', '12345678901234567'])
  test(`"${id}" is no id`, () => assert.deepEqual(toId(id), []))

test('a text is not compared with the operators of numbers', () => {
  for (const operator of ['>', '<', '>=', '<='] as const)
    assert.throws(() => likePattern(column, operator, 'x'), { status: 400, message: 'x is not a valid number' })
})

test('an id is not compared with text that is none', () => {
  for (const operator of ['>', '<', '>=', '<='] as const)
    assert.throws(() => numericId(column).compare(operator, '012', before), {
      status: 400,
      code: 'invalid_value',
      message: '012 is not a valid integer',
    })
})

for (const [operator, texts] of [
  ['~', ['ann', 'été', '123', 'ab.', '.a', '日本語']],
  ['^', ['z', '7']],
  ['$', ['zo', 'o7']],
] as const)
  for (const text of texts)
    test(`${operator} "${text}" may be looked up in a trigram index`, () => {
      assert.equal(rendered(likePattern(column, operator, text)).sql, 't.c ilike $1')
    })

for (const [operator, texts] of [
  ['~', ['', 'zo', '日本', '---', '🙂🙂🙂', 'a.']],
  ['^', ['', '@']],
  ['$', ['', 'o', '--']],
] as const)
  for (const text of texts)
    test(`${operator} "${text}", in which there is no trigram, is a filter`, () => {
      assert.equal(rendered(likePattern(column, operator, text)).sql, "(t.c || '') ilike $1")
    })

/** JSON values that each type takes, and their parsed form; the error for all others names the type. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SearchContext } from './fields.ts'
import { before } from './test-contexts.ts'
import { isText, readBoolean, readFloat, readInteger, readSeconds, readString } from './values.ts'

type Read = (value: any) => unknown

function check(type: string, read: Read, good: [value: unknown, expected: unknown][], bad: unknown[]) {
  for (const [value, expected] of good)
    test(`${type}: ${JSON.stringify(value)} is ${String(expected)}`, () => assert.equal(read(value), expected))
  for (const value of bad)
    test(`${type}: ${JSON.stringify(value)} is refused`, () => {
      assert.throws(
        () => read(value),
        (error: any) => {
          assert.deepEqual([error.status, error.code], [400, 'invalid_value'])
          assert.match(error.message, new RegExp(` is not a valid ${type}$`))
          return true
        },
      )
    })
}

const other = [null, {}, [], [1], true]

check(
  'string',
  readString,
  [
    ['ann', 'ann'],
    ['', ''],
    ['😀', '😀'],
  ],
  [...other, 5, 'a\0b', '\ud83d', 'x\udc00'],
)

check(
  'integer',
  readInteger,
  [
    [5, 5],
    [-5, -5],
    [0, 0],
    ['5', 5],
    ['-12', -12],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ],
  [
    ...other,
    1.5,
    2 ** 53,
    '',
    ' 5',
    '5 ',
    '+5',
    '5.0',
    '1e3',
    '0x10',
    '--5',
    '5-',
    '9007199254740992',
    '00000000000000005',
  ],
)

check(
  'float',
  readFloat,
  [
    [5, 5],
    [-1.5, -1.5],
    [1e300, 1e300],
    ['5', 5],
    ['-12.25', -12.25],
    ['12.5', 12.5],
    ['1234567890123456', 1234567890123456],
    ['0.1234567890123456', 0.1234567890123456],
  ],
  [
    ...other,
    Infinity,
    NaN,
    '',
    '.5',
    '5.',
    ' 5',
    '5 ',
    '1e3',
    'x1.5',
    '1.5x',
    '0.12345678901234567',
    '12345678901234567',
  ],
)

check(
  'boolean',
  readBoolean,
  [
    [true, true],
    [false, false],
    ['true', true],
    ['false', false],
  ],
  [null, {}, [], 0, 1, '', 'True', 'yes'],
)

const FIRST = -62_135_596_800
const LAST = 8_640_000_000_000
const outside = (value: unknown) => readSeconds(value, before)
check(
  'date',
  outside,
  [
    [1577869200, 1577869200],
    [1577869200.9, 1577869200],
    [-1.5, -2],
    ['1577869200', 1577869200],
    ['-5', -5],
    ['1577869200.123456', 1577869200],
    ['9.5', 9],
    [FIRST, FIRST],
    [LAST, LAST],
  ],
  [
    ...other,
    FIRST - 1,
    LAST + 1,
    Infinity,
    NaN,
    '',
    ' 5',
    '5 ',
    'x5',
    '5x',
    '5.',
    '5.1234567',
    '2026-01-01',
    { days_ago: 3 },
  ],
)

const inside: SearchContext = { ...before, insideSegment: true }
const now = before.now.getTime() / 1000
check(
  'date',
  (value) => readSeconds(value, inside),
  [
    [{ days_ago: 0 }, now],
    [{ days_ago: 3 }, now - 3 * 86_400],
    [{ days_ago: 0.5 }, now - 43_200],
    [{ days_ago: -1 }, now + 86_400],
    [1577869200, 1577869200],
    ['5', 5],
  ],
  [...other, 'x', { days_ago: '3' }, { days_ago: null }, { days_ago: 1e9 }, { days: 3 }],
)

test('a text that PostgreSQL would refuse is told from others', () => {
  assert.deepEqual(['ann', '', 'a\0b', '\ud83d', 5, null].map(isText), [true, true, false, false, false, false])
})

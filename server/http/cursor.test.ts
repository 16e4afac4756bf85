import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeCursor, encodeCursor, type CursorValue } from './cursor.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

test('a cursor is the base64 of a JSON array', () => {
  assert.equal(encodeCursor([1734537437000, '6762', null]), base64('[1734537437000,"6762",null]'))
})

const longest = ['a'.repeat(1024), 'b'.repeat(1024), 'c'.repeat(1014)]
const good: Record<string, CursorValue[]> = {
  'a number and an id': [1734537437000, '6762'],
  'a negative number': [-1, 'x'],
  'the largest whole number': [Number.MAX_SAFE_INTEGER],
  null: [null, null, 2],
  'letters beyond ASCII': ['Zoë Ōta 😀'],
  'an empty text': [''],
  'a text of 1,024 letters': ['x'.repeat(1024)],
  '4,096 letters in all': longest,
}

for (const [name, values] of Object.entries(good))
  test(`a cursor gives back ${name}`, () => assert.deepEqual(decodeCursor(encodeCursor(values), values.length), values))

const bad: Record<string, [text: unknown, length: number]> = {
  nothing: [undefined, 1],
  'a number': [5, 1],
  'a list of text': [[encodeCursor([1])], 1],
  'an empty text': ['', 1],
  'no base64': ['%%%', 1],
  'no JSON': [base64('[1,'), 1],
  'a value that is no array': [base64('"ab"'), 2],
  'an object with a length': [base64('{"length":1}'), 1],
  'too few values': [encodeCursor([1]), 2],
  'too many values': [encodeCursor([1, 2, 3]), 2],
  'a boolean': [base64('[1,true]'), 2],
  'an array inside': [base64('[[1]]'), 1],
  'an object inside': [base64('[1,{}]'), 2],
  'a fraction': [base64('[1.5]'), 1],
  'a number that is not exact': [base64('[9007199254740992]'), 1],
  'a text of 1,025 letters': [encodeCursor(['x'.repeat(1025)]), 1],
  'a NUL in a text': [encodeCursor(['a\0b']), 1],
  'more than 4,096 letters': [encodeCursor([...longest.slice(0, 2), 'c'.repeat(1017)]), 3],
}

for (const [name, [text, length]] of Object.entries(bad))
  test(`${name} is refused as a cursor`, () => {
    assert.throws(() => decodeCursor(text, length), {
      status: 400,
      code: 'client_error',
      message: 'Invalid starting_after param. Please try again using a starting_after value from a paginated response',
    })
  })

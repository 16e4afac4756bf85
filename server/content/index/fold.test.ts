import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codesOf, fold, wordsOf } from './fold.ts'

test('codes are letters and digits that single signs hold together, with a digit among them', () => {
  const text = fold('The BX-2400 and A-100/b, not well-known. v2. 1.2.3, a--1, x_1-')
  assert.deepEqual(codesOf(text), ['bx2400', 'a100b', '123', 'x1'])
})

test('a word that a hyphen holds to a single letter is read without it, too', () => {
  assert.deepEqual(codesOf(fold('E-mails, T-shirts, vitamin-C, well-known, a - b')), ['emails', 'tshirts', 'vitaminc'])
})

test('a word as long as a body may be is one word and no code', () => {
  const word = 'x'.repeat(1_000_000)
  assert.deepEqual([wordsOf(word).length, codesOf(word), codesOf('1-'.repeat(500_000)).length], [1, [], 1])
})

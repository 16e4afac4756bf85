import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsFor, wordsIn } from './words.ts'

test('a short word by itself tells no language, nor does a word of several', () => {
  for (const [text, locale, spoken] of [
    ['no', null, 'en'],
    ['no', 'de-AT', 'de'],
    ['no refund', null, 'en'],
    ['no refund', 'fr', 'fr'],
    ['si', 'de', 'de'],
    ['Hola', 'de', 'es'],
    ['no lo encuentro', 'de', 'es'],
    ['Where is it?', 'de', 'en'],
    ['لا', 'de', 'ar'],
  ] as const)
    assert.equal(wordsFor(text, locale), wordsIn(spoken), `${text} of ${locale}`)
})

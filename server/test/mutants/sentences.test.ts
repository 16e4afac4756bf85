import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shouldIgnore } from './sentences.ts'

const place = { key: 1, listKey: 'arguments', parent: { callee: { name: 'described' } } }

test('the sentence that `described` gives to a schema is left as it is', () => {
  assert.match(shouldIgnore(place)!, /sentences\.test\.ts/)
})

for (const [title, path] of [
  ['the schema that `described` is given', { ...place, key: 0 }],
  ['the second argument of another function', { ...place, parent: { callee: { name: 'shownAs' } } }],
  ['the second item of a list', { ...place, listKey: 'elements', parent: {} }],
  ['a whole file', { key: 'program', parent: null }],
] as const)
  test(`${title} is mutated`, () => assert.equal(shouldIgnore(path), undefined))

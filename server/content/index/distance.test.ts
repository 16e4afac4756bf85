import assert from 'node:assert/strict'
import { test } from 'node:test'
import { likenessOf, slipsBetween } from './distance.ts'

test('slips are letters that are missing, too many, other ones or exchanged', () => {
  for (const [one, other, slips] of [
    ['rattles', 'rattles', 0],
    ['rattels', 'rattles', 1],
    ['ratles', 'rattles', 1],
    ['rattless', 'rattles', 1],
    ['rettles', 'rattles', 1],
    ['decalsing', 'descaling', 2],
    ['', 'abc', 3],
    ['abc', '', 3],
  ] as const)
    assert.equal(slipsBetween(one, other), slips, one)
})

test('words are alike by few slips for their length, else by their trigrams', () => {
  assert.equal(likenessOf('rattels', 'rattles', 0.3), 1 - 1 / 7)
  assert.equal(likenessOf('decalsing', 'descaling', 0.3), 1 - 2 / 9)
  assert.equal(likenessOf('shoe', 'shoa', 0.3), 0.3)
  assert.equal(likenessOf('grinder', 'grains', 0.3), 0.3)
  assert.equal(likenessOf('grinder', 'grinders', 0.95), 0.95)
})

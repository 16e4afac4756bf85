import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fragment } from '../db/pool.ts'
import { allOf, anyOf } from './combine.ts'
import { rendered } from './rendered.ts'

const [a, b, c] = [fragment`a = ${1}`, fragment`b = ${2}`, fragment`c = ${3}`]

test('no condition holds for all, and none for any', () => {
  assert.deepEqual(rendered(allOf([])), { sql: 'true', values: [] })
  assert.deepEqual(rendered(anyOf([])), { sql: 'false', values: [] })
})

test('a single condition stands as it is', () => {
  assert.deepEqual([allOf([a!]), anyOf([b!])], [a, b])
})

test('several stand in brackets, in their order', () => {
  assert.deepEqual(rendered(allOf([a!, b!, c!])), { sql: '(a = $1 and b = $2 and c = $3)', values: [1, 2, 3] })
  assert.deepEqual(rendered(anyOf([c!, a!])), { sql: '(c = $1 or a = $2)', values: [3, 1] })
})

/** Comments, titles, descriptions and pages keep the rule of `rule.ts`. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readProse } from './files.ts'
import { unclear } from './rule.ts'

const prose = readProse()

test('sentences begin with a noun or an imperative verb, not with a question word', () => {
  assert.ok(prose.length > 1000)
  const found = prose.flatMap(({ file, line, text }) => unclear(text).map((sentence) => `${file}:${line} ${sentence}`))
  assert.deepEqual(found, [])
})

for (const [text, count] of [
  ['What a token opens.', 1],
  ['Whoever asks is answered.', 1],
  ['Rights of a token.', 0],
  ['Whether it is kept.', 1],
  ['True if it is kept.', 0],
] as const)
  test(`planted: ${text}`, () => assert.equal(unclear(text).length, count))

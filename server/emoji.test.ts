import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEmoji } from './emoji.ts'

for (const [text, expected] of [
  ['😀', true],
  ['👍🏽', true],
  ['👩‍👩‍👧', true],
  ['🇮🇪', true],
  ['1️⃣', true],
  ['❤️', true],
  ['❤', true],
  ['1⃣', true],
  ['1', false],
  ['a', false],
  ['😀😀', false],
  ['', false],
] as const)
  test(`"${text}" is ${expected ? 'one emoji' : 'no emoji'}`, () => assert.equal(isEmoji(text), expected))

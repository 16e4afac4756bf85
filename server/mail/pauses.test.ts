import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextAttempt } from './pauses.ts'

const made = new Date('2026-01-01T00:00:00Z')
const minutes = (at: Date | undefined, from: Date) => at && (at.getTime() - from.getTime()) / 60_000

test('pauses grow to half a day and stay there', () => {
  const pauses = Array.from({ length: 10 }, (_, n) => minutes(nextAttempt(n + 1, made, made), made))
  assert.deepEqual(pauses, [1, 5, 15, 60, 120, 240, 480, 720, 720, 720])
})

test('no attempt is made later than five days after the mail was written', () => {
  const at = (hours: number) => new Date(made.getTime() + hours * 3_600_000)
  assert.equal(minutes(nextAttempt(9, made, at(108)), at(108)), 720)
  assert.equal(nextAttempt(9, made, at(109)), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growsWithSize } from './growth.ts'

/** Steps that take some 10 ms on a usual machine. */
const STEPS = 5_000_000

function spin(steps: number): number {
  let sum = 0
  for (let step = 0; step < steps; step++) sum = (sum * 31 + step) | 0
  return sum
}

test('work that grows as its size passes, and work that grows with the square of it does not', async () => {
  await growsWithSize((parts) => spin(STEPS * parts))
  await assert.rejects(
    growsWithSize((parts) => spin(STEPS * parts ** 2)),
    /ms for an eighth/,
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growsWithSize } from './growth.ts'

function spin(steps: number): number {
  let sum = 0
  for (let step = 0; step < steps; step++) sum = (sum * 31 + step) | 0
  return sum
}

/** Steps that take 8 ms at least on this machine, of which the square of a whole takes many times more than it may. */
function stepsOfPart(): number {
  spin(2_000_000) // slow, as code is the first time
  for (let steps = 500_000; ; steps *= 1.5) {
    const began = process.threadCpuUsage()
    spin(steps)
    const { user, system } = process.threadCpuUsage(began)
    if (user + system >= 8000) return steps
  }
}

test('work that grows as its size passes, and work that grows with the square of it does not', async () => {
  const steps = stepsOfPart()
  await growsWithSize((parts) => spin(steps * parts))
  await assert.rejects(
    growsWithSize((parts) => spin(steps * parts ** 2)),
    /ms for an eighth/,
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paceOf } from './pace.ts'

const paceFrom = (floors: number[], patience = 10_000) =>
  paceOf(async () => floors.shift() ?? assert.fail('it was asked too often'), { patience, rest: 0 })

test('a machine is quick where the floor takes about what it took at its best', async () => {
  const pace = paceFrom([15, 10, 11, 20])
  const quick: boolean[] = []
  for (let n = 0; n < 4; n++) quick.push(pace.isQuick(await pace.floor()))
  assert.deepEqual(quick, [true, true, true, false])
  assert.equal(pace.isQuick(15), false)
  assert.equal(pace.best(), 10)
})

test('a slow machine is waited for, as long as there is patience', async () => {
  const pace = paceFrom([10, 20, 19, 11])
  assert.equal(await pace.floor(), 10)
  assert.equal(await pace.untilQuick(), 11)

  const impatient = paceFrom([10, 20], 0)
  await impatient.floor()
  assert.equal(await impatient.untilQuick(), 20)
})

import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { isReached, isSmall, printTable, type Row } from './report.ts'

const row = (more: Partial<Row> = {}): Row => ({
  name: 'GET',
  base: 100,
  ours: 90,
  ratio: 0.9,
  reach: 0.85,
  p99: 3,
  memory: 2 ** 28,
  ...more,
})

test('a row reaches its ratio, or misses it, and so it does where too little came in beside it', () => {
  assert.equal(isReached(row()), true)
  assert.equal(isReached(row({ ratio: 0.84 })), false)
  assert.equal(isReached(row({ beside: { asked: 100, answered: 98 } })), true)
  assert.equal(isReached(row({ beside: { asked: 100, answered: 90 } })), false)
})

test('the memory reaches its bound, or misses it', () => {
  assert.deepEqual(
    [249, 250, 251].map((megabytes) => isSmall(megabytes * 2 ** 20)),
    [true, true, false],
  )
})

test('the table ends with how many rows miss', (t) => {
  const printed: string[] = []
  const log = mock.method(console, 'log', (line: string) => void printed.push(line))
  t.after(() => log.mock.restore())
  const conditions = { seconds: 1, connections: 1, rounds: 1, memory: 240 * 2 ** 20 }
  printTable([row(), row({ ratio: 0.5 })], conditions)
  assert.ok(printed.includes('1 of 2 rows miss their ratio'))
  assert.match(printed[2]!, /^GET .* 256$/)
  assert.ok(printed.includes('memory after 100000 reads: 240 MB, reach 250 ✓'))
  printTable([row()], { ...conditions, memory: 251 * 2 ** 20 })
  assert.ok(printed.includes('memory after 100000 reads: 251 MB, reach 250 ✗'))
  assert.ok(printed.includes('every row reaches its ratio'))
})

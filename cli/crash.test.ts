/** `npm run crash` does the same with many more events and moments. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bulkWork } from '../bench/crash/bulk.ts'
import { connectorWork } from '../bench/crash/connector.ts'
import { exportWork } from '../bench/crash/export.ts'
import { killAmid } from '../bench/crash/kill-amid.ts'
import type { Work } from '../bench/crash/work.ts'
import { workflowWork } from '../bench/crash/workflow.ts'
import { survive } from '../bench/survive.ts'

test('a kill -9 of the server loses no event that was answered', { timeout: 60_000 }, async () => {
  const events = 400
  const survived = await survive({ events, writers: 20, kill: 'server' })
  const { before, accepted, listed, lost, twice, counted } = survived
  assert.ok(before >= events / 2)
  assert.deepEqual(
    { accepted, listed, lost, twice, counted },
    { accepted: events, listed: events, lost: 0, twice: 0, counted: events },
  )
})

for (const work of [bulkWork(200), workflowWork(30), connectorWork(30), exportWork(20_000)] as (Work & {
  close?(): void
})[])
  test(`${work.name} whose server is killed ends after the next start, once`, { timeout: 60_000 }, async () => {
    const [round] = await killAmid(work, [0.3])
    work.close?.()
    assert.deepEqual(round!.wrong, [], round!.told)
  })

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONNECTIONS, LONG_JOBS, shareConnections } from './connections.ts'

test('a process opens as many connections as it is allowed to, and everybody has one at the least', () => {
  for (let all = CONNECTIONS.least; all <= 200; all++) {
    const { requests, jobs, worker } = shareConnections(all)
    const kinds = [...Object.values(requests), ...Object.values(jobs)]
    assert.ok(Math.min(...kinds) >= 1, `${all}: ${kinds}`)
    assert.ok(jobs.long >= LONG_JOBS && jobs.transactions > LONG_JOBS, `${all}: ${Object.values(jobs)}`)
    const listening = 1
    assert.equal(
      kinds.reduce((sum, count) => sum + count, listening + worker),
      all,
    )
  }
})

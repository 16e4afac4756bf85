/** `npm run crash` does the same with many more events. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
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

import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { test } from 'node:test'
import { systemClock as clock } from '../clock.ts'
import { follow } from './follow.ts'

test('a stream has one listener for its end, however often it looks, and none afterwards', async () => {
  const { signal } = new AbortController()
  const listening: number[] = []
  const feed = { findAccess: async () => ({ workspace_id: 1 }), list: async () => [] }
  const tell = () => {
    listening.push(getEventListeners(signal, 'abort').length)
    return listening.length === 5
  }
  await follow({ clock, horizon: async () => 0, everyMs: 1 }, feed, { after: 0, signal, tell })
  assert.deepEqual([...listening, getEventListeners(signal, 'abort').length], [1, 1, 1, 1, 1, 0])
})

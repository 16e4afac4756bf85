import assert from 'node:assert/strict'
import { test } from 'node:test'
import { healthAfter, outcomeOf, WELL } from './outcome.ts'
import type { Answer } from '../outgoing/post.ts'

const start = new Date('2026-01-15T12:00:00Z')
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const answer = (status: number): Answer => ({ status, error: null })

test('each 429 after a pause makes the next pause twice as long, up to two hours', () => {
  let health = WELL
  let now = start
  const pauses = Array.from({ length: 9 }, () => {
    health = healthAfter(health, answer(429), now)
    const minutes = (health.paused_until!.getTime() - now.getTime()) / 60_000
    now = health.paused_until!
    return minutes
  })
  assert.deepEqual(pauses, [1, 2, 4, 8, 16, 32, 64, 120, 120])
})

test('deliveries in flight when a pause begins do not extend it', () => {
  const paused = healthAfter(WELL, answer(429), start)
  assert.deepEqual(healthAfter(paused, answer(429), at(0.5)), paused)
})

test('a notification that was put off for two hours is given up', () => {
  const past = { attempts: 5, failures: 0, first_sent_at: start, created_at: start, event_id: 1 }
  const health = { ...WELL, paused_until: at(119) }
  assert.deepEqual(outcomeOf(past, answer(429), health, at(100)).again, at(119))
  const late = outcomeOf(past, answer(429), { ...WELL, paused_until: at(121) }, at(100))
  assert.deepEqual([late.again, late.notification.state], [undefined, 'dropped'])
})

test('more than a thousand errors within a quarter of an hour make a pause of another', () => {
  let health = WELL
  for (let n = 0; n < 1000; n++) health = healthAfter(health, answer(500), at(n / 100))
  assert.equal(health.paused_until, null)
  health = healthAfter(health, { status: null, error: 'no answer came in time' }, at(10))
  assert.deepEqual([health.paused_until, health.failures], [at(25), 0])
})

test('the same errors over more time make none', () => {
  let health = WELL
  for (let n = 0; n < 1500; n++) health = healthAfter(health, answer(500), at(n / 50))
  assert.equal(health.paused_until, null)
})

test('a week without a success turns a webhook off', () => {
  const week = 7 * 24 * 60
  let health = healthAfter(WELL, answer(500), start)
  health = healthAfter(health, answer(500), at(week))
  assert.equal(health.active, true)
  health = healthAfter(health, answer(500), at(week + 1))
  assert.deepEqual([health.active, health.off_reason], [false, 'failing'])
})

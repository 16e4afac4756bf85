/** The outcome of a notification: kinds of answers × tries, ages, pauses. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDelivered, outcomeOf, WELL } from './outcome.ts'
import type { Answer } from '../outgoing/post.ts'
import type { Health } from './queries.ts'

const now = new Date('2026-01-15T12:00:00Z')
const ago = (minutes: number, ms = 0) => new Date(now.getTime() - minutes * 60_000 - ms)
const within = (minutes: number, ms = 0) => ago(-minutes, -ms)
const NONE: Answer = { status: null, error: 'no answer came in time' }
const answer = (status: number): Answer => ({ status, error: null })

for (const [status, delivered] of [
  [100, false],
  [199, false],
  [200, true],
  [204, true],
  [299, true],
  [300, false],
  [404, false],
  [410, false],
  [429, false],
  [500, false],
] as const)
  test(`${status} ${delivered ? 'is' : 'is not'} a delivery`, () =>
    assert.equal(isDelivered(answer(status)), delivered))

test('no answer is not a delivery', () => assert.equal(isDelivered(NONE), false))

/** An event sent for the first time, just when it happened. */
const fresh = { attempts: 0, failures: 0, first_sent_at: null, created_at: now, event_id: 5 }
const off: Health = { ...WELL, active: false, off_reason: 'gone' }
const paused = (until: Date): Health => ({ ...WELL, paused_until: until })
type Past = Omit<typeof fresh, 'first_sent_at' | 'event_id'> & { first_sent_at: Date | null; event_id: number | null }

interface Row {
  past?: Partial<Past>
  answer: Answer
  health?: Health
  /** `again` in minutes from now. */
  becomes: { state?: 'delivered' | 'dropped'; failures?: number; again?: number }
}

const outcomes: Record<string, Row> = {
  'a delivered event is done with': { answer: answer(200), becomes: { state: 'delivered' } },
  'an event delivered at the second try is done with': {
    past: { failures: 1 },
    answer: answer(204),
    becomes: { state: 'delivered' },
  },
  'a delivered ping is done with': { past: { event_id: null }, answer: answer(200), becomes: { state: 'delivered' } },
  'an event is delivered to a webhook that was turned off meanwhile': {
    answer: answer(200),
    health: off,
    becomes: { state: 'delivered' },
  },
  'an error is tried again after a minute': { answer: answer(500), becomes: { failures: 1, again: 1 } },
  'an answer that did not come is tried again after a minute': { answer: NONE, becomes: { failures: 1, again: 1 } },
  'a second error lets the event go': {
    past: { failures: 1 },
    answer: answer(500),
    becomes: { failures: 2, state: 'dropped' },
  },
  'an error after many pauses is the first all the same': {
    past: { attempts: 30, created_at: ago(600) },
    answer: answer(500),
    becomes: { failures: 1, again: 1 },
  },
  'an error is tried again after a minute, however long the webhook is paused': {
    answer: answer(500),
    health: paused(within(15)),
    becomes: { failures: 1, again: 1 },
  },
  'a ping that fails is not tried again': {
    past: { event_id: null },
    answer: answer(500),
    becomes: { failures: 1, state: 'dropped' },
  },
  'a ping that is put off is let go': {
    past: { event_id: null },
    answer: answer(429),
    health: paused(within(1)),
    becomes: { failures: 0, state: 'dropped' },
  },
  'nothing is tried again where the webhook was turned off': {
    answer: answer(410),
    health: off,
    becomes: { failures: 1, state: 'dropped' },
  },
  'a 429 puts the event off to the end of the pause, and is no failure': {
    answer: answer(429),
    health: paused(within(8)),
    becomes: { failures: 0, again: 8 },
  },
  'a 429 after an error counts that error on': {
    past: { failures: 1 },
    answer: answer(429),
    health: paused(within(8)),
    becomes: { failures: 1, again: 8 },
  },
  'a 429 without a pause is tried again at once': { answer: answer(429), becomes: { failures: 0, again: 0 } },
  'an event is put off to exactly two hours after it happened': {
    past: { created_at: ago(60) },
    answer: answer(429),
    health: paused(within(60)),
    becomes: { failures: 0, again: 60 },
  },
  'an event is not put off beyond two hours after it happened': {
    past: { created_at: ago(60, 1) },
    answer: answer(429),
    health: paused(within(60)),
    becomes: { failures: 0, state: 'dropped' },
  },
}

for (const [name, { past, answer, health = WELL, becomes }] of Object.entries(outcomes))
  test(name, () => {
    const { notification, again } = outcomeOf({ ...fresh, ...past }, answer, health, now)
    const { again: minutes, ...changes } = becomes
    assert.deepEqual(notification, { attempts: (past?.attempts ?? 0) + 1, first_sent_at: now, ...changes })
    assert.deepEqual(again, minutes === undefined ? undefined : within(minutes))
  })

test('the time of the first try is kept, whatever becomes of the next', () => {
  for (const status of [200, 429, 500]) {
    const past = { ...fresh, attempts: 3, first_sent_at: ago(10) }
    const { notification } = outcomeOf(past, answer(status), WELL, now)
    assert.deepEqual([notification.attempts, notification.first_sent_at], [4, ago(10)])
  }
})

/**
 * Each answer × age × first sending × pause, and the outcome that docs/operations.md promises. The
 * expected values are written down here; none is computed by the code under test.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { healthAfter, isDelivered, outcomeOf, WELL } from './outcome.ts'
import type { Answer } from '../outgoing/post.ts'
import type { Health } from './queries.ts'

const now = new Date('2026-01-15T12:00:00Z')
const MINUTE = 60_000
const ago = (minutes: number, ms = 0) => new Date(now.getTime() - minutes * MINUTE - ms)
const ahead = (minutes: number) => new Date(now.getTime() + minutes * MINUTE)
const WEEK = 7 * 24 * 60

const OK = [200, 201, 202, 204, 206, 299]
const ERRORS = [100, 199, 300, 301, 302, 304, 307, 400, 401, 403, 404, 408, 409, 411, 413, 428, 430, 500, 502, 503, 599]
const NOBODY: Answer = { status: null, error: 'the connection was refused' }
const answered = (status: number): Answer => ({ status, error: null })

interface Notification {
  /** Attempts and errors before this one. */
  attempts?: number
  failures?: number
  created?: Date
  first?: Date | null
  ping?: boolean
}

/** Takes an answer through both functions, as a delivery does. */
function settle(
  answer: Answer,
  { attempts = 0, failures = 0, created = now, first = null, ping }: Notification,
  before = WELL,
) {
  const health = isDelivered(answer) ? WELL : healthAfter(before, answer, now)
  const past = { attempts, failures, created_at: created, first_sent_at: first, event_id: ping ? null : 7 }
  const { notification, again } = outcomeOf(past, answer, health, now)
  assert.equal(notification.attempts, attempts + 1)
  assert.deepEqual(notification.first_sent_at, first ?? now)
  return { state: notification.state ?? 'pending', failures: notification.failures, again, health }
}

/** Old and new, sent for the first time or put off before; its age is counted from when it was made. */
const AGES: Notification[] = [0, 1, 59, 119, 120, 121, 600].flatMap((minutes) =>
  [null, ago(0), ago(minutes)].map((first) => ({ created: ago(minutes), first })),
)
const ATTEMPTS = [0, 1, 2, 9]

test('a 2xx is delivered, at any age and after any past, and clears the webhook of every mark', () => {
  for (const status of OK)
    for (const age of AGES)
      for (const attempts of ATTEMPTS)
        for (const failures of [0, 1])
          for (const ping of [false, true]) {
            const outcome = settle(answered(status), { ...age, attempts, failures, ping })
            assert.deepEqual(outcome, { state: 'delivered', failures: undefined, again: undefined, health: WELL })
          }
})

test('the first error of a notification is tried again after a minute, the second lets it go', () => {
  for (const answer of [...ERRORS.map(answered), NOBODY])
    for (const age of AGES)
      for (const attempts of ATTEMPTS) {
        const note = `${answer.status} after ${attempts} attempts`
        const first = settle(answer, { ...age, attempts })
        assert.deepEqual([first.state, first.failures, first.again], ['pending', 1, ahead(1)], note)
        const second = settle(answer, { ...age, attempts, failures: 1 })
        assert.deepEqual([second.state, second.failures, second.again], ['dropped', 2, undefined], note)
        assert.deepEqual(first.health, { ...WELL, failures: 1, failures_since: now, failing_since: now }, note)
      }
})

test('410 lets the notification go and turns the webhook off', () => {
  for (const age of AGES)
    for (const failures of [0, 1]) {
      const before = { ...WELL, failures: 3, failures_since: ago(5), failing_since: ago(50), throttles: 2 }
      const { state, again, health } = settle(answered(410), { ...age, failures }, before)
      assert.deepEqual([state, again], ['dropped', undefined])
      assert.deepEqual(health, { ...before, active: false, off_reason: 'gone' })
    }
})

/** By how many 429s came before: the pause in minutes, and the age up to which it keeps within two hours. */
const THROTTLED: [throttles: number, pause: number, keptUpTo: number][] = [
  [0, 1, 119],
  [1, 2, 118],
  [2, 4, 116],
  [3, 8, 112],
  [4, 16, 104],
  [5, 32, 88],
  [6, 64, 56],
  [7, 120, 0],
  [8, 120, 0],
  [30, 120, 0],
]

for (const [throttles, pause, keptUpTo] of THROTTLED)
  test(`429 after ${throttles} others puts off for ${pause} minutes, unless that ends after two hours`, () => {
    for (const first of [null, now, ago(1), ago(keptUpTo), ago(300)])
      for (const failures of [0, 1])
        for (const paused_until of [null, ago(10), now])
          for (const created of [
            now,
            ago(keptUpTo / 2),
            ago(keptUpTo),
            ago(keptUpTo, 1),
            ago(keptUpTo + 1),
            ago(121),
            ago(600),
          ]) {
            const before = { ...WELL, throttles, paused_until }
            const { health, ...outcome } = settle(
              answered(429),
              { created, first, failures, attempts: throttles },
              before,
            )
            const kept = created >= ago(keptUpTo)
            assert.deepEqual(
              outcome,
              kept
                ? { state: 'pending', failures, again: ahead(pause) }
                : { state: 'dropped', failures, again: undefined },
              `made ${created.toISOString()}, first sent ${first?.toISOString()}`,
            )
            assert.deepEqual(health, { ...before, throttles: throttles + 1, paused_until: ahead(pause) })
          }
  })

/** The rest of a pause, and the greatest age that it keeps within two hours. */
const PAUSED: [left: number, keptUpTo: number][] = [
  [0.5, 119.5],
  [1, 119],
  [15, 105],
  [64, 56],
  [119, 1],
  [120, 0],
]

for (const [left, keptUpTo] of PAUSED)
  test(`429 within a pause that ends in ${left} minutes waits for its end, and makes it no longer`, () => {
    for (const throttles of [0, 3, 8])
      for (const first of [null, now, ago(200)]) {
        const before = { ...WELL, throttles, paused_until: ahead(left) }
        for (const created of [now, ago(keptUpTo)]) {
          const { state, again, health } = settle(answered(429), { created, first }, before)
          assert.deepEqual([state, again, health], ['pending', ahead(left), before])
        }
        for (const created of [ago(keptUpTo, 1), ago(keptUpTo + 1), ago(240)]) {
          const { state, again, health } = settle(answered(429), { created, first }, before)
          assert.deepEqual([state, again, health], ['dropped', undefined, before])
        }
      }
  })

test('429 is no error: it neither counts towards a pause or a week, nor ends such a count', () => {
  const before: Health = { ...WELL, failures: 1000, failures_since: ago(10), failing_since: ago(WEEK, 1) }
  const { health } = settle(answered(429), {}, before)
  assert.deepEqual(health, { ...before, throttles: 1, paused_until: ahead(1) })
})

test('a ping is tried once: no answer but a 2xx makes it come again', () => {
  for (const answer of [answered(500), answered(302), answered(429), answered(410), NOBODY]) {
    const { state, again } = settle(answer, { ping: true })
    assert.deepEqual([state, again], ['dropped', undefined], String(answer.status))
  }
})

test('an answer that comes after the webhook was turned off changes nothing of it, and is not tried again', () => {
  const off: Health = {
    ...WELL,
    active: false,
    off_reason: 'gone',
    failures: 2,
    failures_since: ago(3),
    failing_since: ago(3),
  }
  for (const answer of [answered(500), answered(429), answered(410), NOBODY]) {
    const { state, again, health } = settle(answer, {}, off)
    assert.deepEqual([state, again, health], ['dropped', undefined, off], String(answer.status))
  }
})

interface Streak {
  title: string
  failures: number
  since: Date | null
  failing: Date | null
  after: Partial<Health>
}
const STREAKS: Streak[] = [
  {
    title: 'the first error begins both counts',
    failures: 0,
    since: null,
    failing: null,
    after: { failures: 1, failures_since: now, failing_since: now },
  },
  {
    title: 'the thousandth within a quarter of an hour only counts',
    failures: 999,
    since: ago(15),
    failing: ago(15),
    after: { failures: 1000 },
  },
  {
    title: 'the one after it pauses for a quarter of an hour',
    failures: 1000,
    since: ago(15),
    failing: ago(15),
    after: { failures: 0, failures_since: null, paused_until: ahead(15) },
  },
  {
    title: 'the same a millisecond later begins a new count',
    failures: 1000,
    since: ago(15, 1),
    failing: ago(16),
    after: { failures: 1, failures_since: now },
  },
  {
    title: 'a week to the millisecond leaves it on',
    failures: 1,
    since: ago(1),
    failing: ago(WEEK),
    after: { failures: 2 },
  },
  {
    title: 'a millisecond more turns it off',
    failures: 1,
    since: ago(1),
    failing: ago(WEEK, 1),
    after: { failures: 2, active: false, off_reason: 'failing' },
  },
  {
    title: 'a week goes before a pause',
    failures: 1000,
    since: ago(1),
    failing: ago(WEEK, 1),
    after: { failures: 1001, active: false, off_reason: 'failing' },
  },
]

for (const { title, failures, since, failing, after } of STREAKS)
  test(`errors in a row: ${title}`, () => {
    for (const answer of [answered(500), answered(302), NOBODY])
      for (const throttles of [0, 4]) {
        const before = { ...WELL, failures, failures_since: since, failing_since: failing, throttles }
        const { health, state, again } = settle(answer, {}, before)
        assert.deepEqual(health, { ...before, ...after })
        assert.deepEqual([state, again], after.active === false ? ['dropped', undefined] : ['pending', ahead(1)])
      }
  })

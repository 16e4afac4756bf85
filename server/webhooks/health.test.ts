/** The health of a webhook after each kind of answer, at the edges of its counts and times. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { healthAfter, WELL } from './outcome.ts'
import type { Answer } from '../outgoing/post.ts'
import type { Health } from './queries.ts'

const now = new Date('2026-01-15T12:00:00Z')
const ago = (minutes: number, ms = 0) => new Date(now.getTime() - minutes * 60_000 - ms)
const within = (minutes: number, ms = 0) => ago(-minutes, -ms)
const NONE: Answer = { status: null, error: 'no answer came in time' }
const answer = (status: number): Answer => ({ status, error: null })
const WEEK = 7 * 24 * 60

const off: Health = { ...WELL, active: false, off_reason: 'gone' }
const paused = (until: Date): Health => ({ ...WELL, paused_until: until })
const failing = (failures: number, failures_since: Date, failing_since = failures_since): Health => ({
  ...WELL,
  failures,
  failures_since,
  failing_since,
})

const healths: Record<string, [health: Health, answer: Answer, after: Partial<Health>]> = {
  'a first error is counted from now': [WELL, answer(500), failing(1, now)],
  'an answer that did not come is an error': [WELL, NONE, failing(1, now)],
  'the next errors within a quarter of an hour are counted on': [
    failing(7, ago(15), ago(500)),
    answer(500),
    failing(8, ago(15), ago(500)),
  ],
  'an error after a quarter of an hour is counted anew, but fails as long': [
    failing(900, ago(15, 1), ago(500)),
    answer(500),
    failing(1, now, ago(500)),
  ],
  'a thousand errors make no pause': [failing(999, ago(1)), answer(500), failing(1000, ago(1))],
  'one error more makes a pause of a quarter of an hour, and is counted anew after it': [
    failing(1000, ago(1), ago(500)),
    answer(500),
    { ...WELL, failing_since: ago(500), paused_until: within(15) },
  ],
  'errors for a week leave the webhook on': [failing(1, ago(WEEK), ago(WEEK)), answer(500), failing(1, now, ago(WEEK))],
  'errors for longer turn it off': [
    failing(1, ago(1), ago(WEEK, 1)),
    answer(500),
    { ...failing(2, ago(1), ago(WEEK, 1)), active: false, off_reason: 'failing' },
  ],
  '410 turns it off': [failing(3, ago(1)), answer(410), { ...failing(3, ago(1)), active: false, off_reason: 'gone' }],
  'nothing changes a webhook that is off': [off, answer(500), off],
  'a 429 changes no webhook that is off': [off, answer(429), off],
  'a 429 pauses it for a minute': [WELL, answer(429), { ...WELL, throttles: 1, paused_until: within(1) }],
  'a 429 leaves the count of errors as it is': [
    failing(3, ago(1)),
    answer(429),
    { ...failing(3, ago(1)), throttles: 1, paused_until: within(1) },
  ],
  'a 429 just when a pause ends makes the next one': [
    { ...paused(now), throttles: 2 },
    answer(429),
    { ...WELL, throttles: 3, paused_until: within(4) },
  ],
  'a 429 within a pause makes it no longer': [
    { ...paused(within(0, 1)), throttles: 2 },
    answer(429),
    { ...paused(within(0, 1)), throttles: 2 },
  ],
  'no pause is longer than two hours': [
    { ...WELL, throttles: 7 },
    answer(429),
    { ...WELL, throttles: 8, paused_until: within(120) },
  ],
}

for (const [name, [health, answer, after]] of Object.entries(healths))
  test(name, () => assert.deepEqual(healthAfter(health, answer, now), after))

test('a webhook that fares well is on, and counts nothing', () => {
  assert.deepEqual(WELL, {
    active: true,
    off_reason: null,
    paused_until: null,
    throttles: 0,
    failures: 0,
    failures_since: null,
    failing_since: null,
  })
})

/** Clocks of a service level agreement, as pure functions: starting, pausing, settling. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at } from '../test-thread.ts'
import { breach, end, pause, resume, settle, start, type Course } from './course.ts'
import { TARGETS, worse, type Sla } from './sla.ts'

const sla: Sla = {
  rule_id: 1,
  name: 'VIP',
  targets: { first_reply_time: 300, next_reply_time: 600, time_to_close: 3600 },
  pause_on_snooze: true,
  hours_id: null,
}
const blank: Course = { sla, schedule: null, status: 'active', clocks: [], parts: [] }
const begun = start(start(blank, 'first_reply_time', at(0)), 'time_to_close', at(0))
const clockOf = (course: Course, target: string) => course.clocks.findLast((clock) => clock.target === target)!
const told = ({ parts }: Course) => parts.map(({ part_type }) => part_type.replace('conversation_sla_', ''))
const detailsOf = ({ parts }: Course) => parts.at(-1)!.event_details as Record<string, unknown>

test('a clock starts once for a target that the rule has, and is due after its seconds', () => {
  assert.deepEqual(clockOf(begun, 'first_reply_time').due_at, at(300))
  assert.equal(start(begun, 'first_reply_time', at(50)), begun)
  assert.equal(start(begun, 'resolution_time', at(50)), begun)
})

test('a clock is due in the hours of its schedule, and never where these do not last', () => {
  // Second 0 is 22:13:20 UTC on a Tuesday.
  const window = { start: 1440 + 1335, end: 1440 + 1440 }
  const inHours = { ...blank, schedule: { timeZone: 'UTC', weekly: [window], exceptions: [] } }
  assert.deepEqual(clockOf(start(inHours, 'first_reply_time', at(0)), 'first_reply_time').due_at, at(400))
  const closed = { ...inHours, schedule: { ...inHours.schedule, weekly: [] } }
  const never = start(closed, 'first_reply_time', at(0))
  assert.equal(clockOf(never, 'first_reply_time').due_at, null)
  assert.equal(settle(never, 'first_reply_time', at(1e8)).status, 'hit')
  assert.equal(breach(never, at(1e8)), never)
  assert.equal(pause(never, at(1)), never)
})

test('a clock is hit until the second at which it is due, and missed after it', () => {
  for (const [second, status] of [
    [299, 'hit'],
    [300, 'hit'],
    [301, 'missed'],
  ] as const) {
    const settled = settle(begun, 'first_reply_time', at(second))
    assert.deepEqual([settled.status, clockOf(settled, 'first_reply_time').outcome], [status, status])
    assert.deepEqual(told(settled), status === 'missed' ? ['target_missed'] : [])
    assert.equal(settle(settled, 'first_reply_time', at(5000)), settled)
  }
})

test('a breached clock stays active until it is settled, and is told of once', () => {
  const breached = breach(begun, at(300))
  assert.equal(breach(begun, at(299)), begun)
  assert.deepEqual([breached.status, told(breached)], ['active', ['target_missed']])
  assert.deepEqual(detailsOf(breached), {
    sla_name: 'VIP',
    sla_target_type: 'first_reply_time',
    current_sla_status: 'missed',
    sla_states: {
      first_reply_time: { status: 'missed', seconds_remaining: null },
      time_to_close: { status: 'active', seconds_remaining: 3300 },
    },
  })
  assert.equal(breach(breached, at(400)), breached)
  const settled = settle(breached, 'first_reply_time', at(500))
  assert.deepEqual([settled.status, told(settled)], ['missed', ['target_missed']])
})

test('one miss is for good, and a removal more so', () => {
  const missed = settle(begun, 'first_reply_time', at(400))
  assert.equal(settle(start(missed, 'next_reply_time', at(500)), 'next_reply_time', at(510)).status, 'missed')
  assert.deepEqual([worse('missed', 'canceled'), worse('canceled', 'active')], ['canceled', 'canceled'])
  assert.deepEqual([worse('active', 'hit'), worse('hit', 'active')], ['hit', 'hit'])
})

test('a paused clock keeps what it had left, however long it is paused', () => {
  const paused = pause(begun, at(100))
  assert.deepEqual(told(paused), ['paused'])
  assert.deepEqual(detailsOf(paused), {
    sla_name: 'VIP',
    current_sla_status: 'active',
    sla_states: {
      first_reply_time: { status: 'paused', seconds_remaining: 200 },
      time_to_close: { status: 'paused', seconds_remaining: 3500 },
    },
  })
  assert.equal(pause(paused, at(150)), paused)
  assert.equal(breach(paused, at(10_000)), paused)
  const resumed = resume(paused, at(1000))
  assert.deepEqual(clockOf(resumed, 'first_reply_time').due_at, at(1200))
  assert.deepEqual(clockOf(resumed, 'time_to_close').due_at, at(4500))
  assert.deepEqual(told(resumed), ['paused', 'unpaused'])
  assert.equal(resume(resumed, at(1100)), resumed)
})

test('a clock that is over is not paused, and a paused one is hit', () => {
  const paused = pause(begun, at(400))
  assert.equal(clockOf(paused, 'first_reply_time').paused_at, null)
  assert.deepEqual(Object.keys(detailsOf(paused)['sla_states'] as object), ['time_to_close'])
  assert.equal(settle(pause(begun, at(100)), 'first_reply_time', at(5000)).status, 'hit')
})

test('clocks that end or are canceled count for nothing and are told of no more', () => {
  const ended = end(begun, ['first_reply_time'], at(100), 'ended')
  assert.equal(clockOf(ended, 'first_reply_time').outcome, 'ended')
  assert.equal(ended.status, 'active')
  const late = settle(ended, 'time_to_close', at(4000))
  assert.deepEqual(detailsOf(late)['sla_states'], { time_to_close: { status: 'missed', seconds_remaining: null } })
  const canceled = end(begun, TARGETS, at(100), 'canceled')
  assert.deepEqual(
    canceled.clocks.map(({ outcome }) => outcome),
    ['canceled', 'canceled'],
  )
  assert.equal(end(canceled, TARGETS, at(200), 'ended'), canceled)
})

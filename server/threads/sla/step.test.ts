/** Effects of the parts of a thread on its clocks, by the thread before and after each. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answered, asked, at } from '../test-thread.ts'
import type { NewPart, ThreadRow } from '../thread.ts'
import { start, type Course } from './course.ts'
import type { Sla } from './sla.ts'
import { step } from './step.ts'

const sla: Sla = {
  rule_id: 1,
  name: 'VIP',
  targets: { first_reply_time: 300, next_reply_time: 600, time_to_close: 3600, resolution_time: 7200 },
  pause_on_snooze: true,
  hours_id: null,
}
const blank: Course = { sla, schedule: null, status: 'active', clocks: [], parts: [] }
const waiting = start(start(blank, 'first_reply_time', at(100)), 'time_to_close', at(100))

const part = (seconds: number, part_type: NewPart['part_type'] = 'comment', event_details: object | null = null) =>
  ({ part_type, state: 'open', author_type: 'admin', created_at: at(seconds), event_details }) as NewPart
const outcomes = ({ clocks }: Course) => Object.fromEntries(clocks.map(({ target, outcome }) => [target, outcome]))
const running = ({ clocks }: Course) =>
  clocks.filter((one) => !one.settled_at && !one.paused_at).map(({ target }) => target)
const ticketState = (seconds: number, ticket_state: string) =>
  part(seconds, 'ticket_state_updated_by_admin', { ticket_state, previous_ticket_state: 'submitted' })
const asleep: ThreadRow = { ...asked, state: 'snoozed' }
const closed: ThreadRow = { ...asked, state: 'closed' }

test('a reply settles the first reply, and nothing else', () => {
  const next = step(waiting, part(130), asked, answered)
  assert.deepEqual(outcomes(next), { first_reply_time: 'hit', time_to_close: null })
  assert.deepEqual([next.status, next.parts], ['hit', []])
})

test('a part that moves no column of the thread changes nothing', () => {
  assert.equal(step(waiting, part(130, 'note'), asked, asked), waiting)
})

test('a message awaits the first reply until there was one, and the next reply after it', () => {
  const again: ThreadRow = { ...asked, last_contact_reply_at: at(200) }
  assert.deepEqual(running(step(blank, part(200), asked, again)), ['first_reply_time'])
  assert.deepEqual(running(step(waiting, part(200), asked, again)), ['first_reply_time', 'time_to_close'])
  const later: ThreadRow = { ...answered, last_contact_reply_at: at(200) }
  const once = step(blank, part(200), answered, later)
  assert.deepEqual(running(once), ['next_reply_time'])
  const twice = step(once, part(300), later, { ...later, last_contact_reply_at: at(300) })
  assert.deepEqual(twice.clocks, once.clocks)
})

test('closing settles the close and ends the replies that are awaited; closing again does nothing', () => {
  const next = step(waiting, part(200, 'close'), asked, closed)
  assert.deepEqual(outcomes(next), { first_reply_time: 'ended', time_to_close: 'hit' })
  assert.equal(step(next, part(300, 'close'), closed, closed), next)
})

test('a close with words answers first', () => {
  const next = step(waiting, part(130, 'close'), asked, { ...answered, state: 'closed' })
  assert.deepEqual(outcomes(next), { first_reply_time: 'hit', time_to_close: 'hit' })
})

test('clocks stand still while a thread is snoozed, if the rule says so', () => {
  const paused = step(waiting, part(200, 'snoozed'), asked, asleep)
  assert.deepEqual(running(paused), [])
  assert.equal(step(paused, part(210, 'snoozed'), asleep, asleep), paused)
  const awake = step(paused, part(1200, 'timer_unsnooze'), asleep, asked)
  assert.deepEqual(awake.clocks[0]!.due_at, at(1400))
  const others = { ...waiting, sla: { ...sla, pause_on_snooze: false } }
  assert.equal(step(others, part(200, 'snoozed'), asked, asleep), others)
})

test('a reply that wakes a thread lets the clocks go on before it settles one', () => {
  const paused = step(waiting, part(200, 'snoozed'), asked, asleep)
  const next = step(paused, part(900), asleep, { ...answered, last_admin_reply_at: at(900) })
  assert.deepEqual(outcomes(next), { first_reply_time: 'hit', time_to_close: null })
  assert.deepEqual(
    next.parts.map(({ part_type }) => part_type),
    ['conversation_sla_paused', 'conversation_sla_unpaused'],
  )
})

test('a ticket is to be resolved from its first state on, and waits on the customer meanwhile', () => {
  const begun = step(blank, ticketState(100, 'submitted'), asked, asked)
  assert.deepEqual(running(begun), ['resolution_time'])
  const waits = step(begun, ticketState(200, 'waiting_on_customer'), asked, asked)
  assert.deepEqual(running(waits), [])
  const sleeps = step(waits, part(300, 'snoozed'), asked, asleep)
  const works = step(sleeps, ticketState(400, 'in_progress'), asleep, asleep)
  assert.deepEqual(running(works), [])
  const awake = step(works, part(1200, 'timer_unsnooze'), asleep, asked)
  assert.deepEqual(awake.clocks[0]!.due_at, at(8300))
  const resolved = step(awake, ticketState(8400, 'resolved'), asked, asked)
  assert.deepEqual([resolved.status, outcomes(resolved)], ['missed', { resolution_time: 'missed' }])
  assert.deepEqual(outcomes(step(resolved, ticketState(8500, 'in_progress'), asked, asked)), outcomes(resolved))
})

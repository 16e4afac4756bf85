import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adminReplies, after, assigns, closes, contactReplies, opens, snoozes, wakes } from './happenings.ts'
import { median } from './statistics.ts'
import type { ThreadRow } from './thread.ts'

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000)

/** As an admin begins it: no contact has written yet. */
const begun = {
  state: 'open',
  source_type: 'conversation',
  created_at: at(0),
  waiting_since: null,
  snoozed_until: null,
  first_contact_reply_at: null,
  first_contact_reply_type: null,
  first_admin_reply_at: null,
  first_assignment_at: null,
  first_close_at: null,
  last_contact_reply_at: null,
  last_admin_reply_at: null,
  last_assignment_at: null,
  last_assignment_admin_reply_at: null,
  time_to_admin_reply: null,
  time_to_assignment: null,
  time_to_first_close: null,
  team_assignee_id: null,
  handling_time: null,
  count_reopens: 0,
  count_assignments: 0,
  reply_times: [] as number[],
  team_response_times: [],
  teammate_ids: [] as number[],
} as unknown as ThreadRow

test('what happens before a contact writes is not counted', () => {
  const changes = after(begun, assigns(at(1), 'admin', 7), adminReplies(at(2), 7), closes(at(3), 7), opens)
  assert.deepEqual(changes, {
    state: 'open',
    admin_assignee_id: 7,
    teammate_ids: [7],
    read: false,
    snoozed_until: null,
    waiting_since: null,
  })
})

test('durations run from the first words of a contact', () => {
  const changes = after(begun, contactReplies(at(100)), adminReplies(at(130), 7), closes(at(160), 7))
  assert.equal(changes.time_to_admin_reply, 30)
  assert.equal(changes.time_to_first_close, 60)
  assert.equal(changes.last_closed_by_id, 7)
})

test('the time to assignment is that of the last one before an admin replied', () => {
  const asked = { ...begun, ...after(begun, contactReplies(at(0))) }
  const changes = after(
    asked,
    assigns(at(10), 'admin', 7),
    assigns(at(20), 'team', 5),
    adminReplies(at(30), 7),
    assigns(at(40), 'admin', 8),
  )
  assert.equal(changes.time_to_assignment, 20)
  assert.equal(changes.count_assignments, 3)
  assert.deepEqual(changes.first_assignment_at, at(10))
  assert.deepEqual(changes.last_assignment_at, at(40))
  assert.equal(changes.last_assignment_admin_reply_at, null)
  assert.deepEqual(changes.team_response_times, [{ team_id: 5, response_time: 30 }])
})

test('a reply that is dated back makes no time negative, and moves no last time back', () => {
  const asked = { ...begun, ...after(begun, contactReplies(at(100))) }
  const changes = after(asked, adminReplies(at(50), 7), contactReplies(at(60)))
  assert.equal(changes.time_to_admin_reply, 0)
  assert.deepEqual(changes.last_contact_reply_at, at(100))
})

test('only what is snoozed wakes', () => {
  assert.deepEqual(after(begun, wakes), {})
  const changes = after(begun, snoozes(at(10)), wakes)
  assert.deepEqual([changes.state, changes.snoozed_until], ['open', null])
  assert.equal(after({ ...begun, state: 'closed' }, wakes).state, undefined)
})

test('the median is the middle, or the mean of the two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5)
  assert.equal(median([1, 2, 10, 4]), 3)
})

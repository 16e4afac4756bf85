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
  unanswered_since: null,
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
  const changes = after(begun, assigns(at(1), 'admin', 7), adminReplies(at(2), 7), closes(at(3), 7), opens(at(4)))
  assert.deepEqual(changes, {
    state: 'open',
    admin_assignee_id: 7,
    teammate_ids: [7],
    read: false,
    snoozed_until: null,
    unanswered_since: null,
    waiting_since: at(4),
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
  assert.deepEqual(changes.team_response_times, [{ team_id: 5, assigned_at: at(20).getTime(), response_time: 10 }])
})

test('a duration is the difference of the times as the wire shows them', () => {
  const changes = after(begun, contactReplies(at(0.9)), adminReplies(at(3.1), 7), closes(at(3.8), 7))
  assert.deepEqual([changes.time_to_admin_reply, changes.time_to_first_close, changes.median_time_to_reply], [3, 3, 3])
})

test('the wait begins with the first unanswered message, and anew with the first after a close', () => {
  const twice = after(begun, contactReplies(at(0)), contactReplies(at(30)), closes(at(40), 7))
  assert.equal(twice.waiting_since, null)
  const row = { ...begun, ...twice }
  assert.deepEqual(after(row, opens(at(50))).waiting_since, at(0))
  assert.deepEqual(after(row, contactReplies(at(50))).waiting_since, at(50))
})

test('the bot closes without a name, and a second close adds no handling time', () => {
  const row = { ...begun, ...after(begun, contactReplies(at(0)), assigns(at(10), 'admin', 7), closes(at(20), 7)) }
  const changes = after(row, closes(at(50), null))
  assert.deepEqual([changes.last_closed_by_id, changes.last_close_at, changes.handling_time], [7, at(50), 10])
})

test('a team takes the teammate off, and a teammate keeps the team', () => {
  const row = { ...begun, ...after(begun, assigns(at(1), 'admin', 7), assigns(at(2), 'team', 5)) }
  assert.deepEqual([row.admin_assignee_id, row.team_assignee_id], [null, 5])
  assert.equal(after(row, assigns(at(3), 'admin', 7)).team_assignee_id, undefined)
})

test('only what is snoozed wakes', () => {
  assert.deepEqual(after(begun, wakes(at(5))), {})
  const changes = after(begun, snoozes(at(10)), wakes(at(5)))
  assert.deepEqual([changes.state, changes.snoozed_until], ['open', null])
  assert.equal(after({ ...begun, state: 'closed' }, wakes(at(5))).state, undefined)
})

test('the median is the middle, or the mean of the two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5)
  assert.equal(median([1, 2, 10, 4]), 3)
})

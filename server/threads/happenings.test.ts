import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  adminReplies,
  after,
  assigns,
  botReplies,
  closes,
  contactReplies,
  handsOver,
  joins,
  opens,
  snoozes,
  wakes,
  type Happening,
} from './happenings.ts'
import { answered, asked, at, begun } from './test-thread.ts'
import type { ThreadChanges, ThreadRow } from './thread.ts'

test('happenings before the first message of a contact are not counted', () => {
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
  assert.deepEqual(changes.team_response_times, [
    { team_id: 5, assigned_at: at(20).getTime(), response_time: 10, office_response_time: 10 },
  ])
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

const opened = { state: 'open', snoozed_until: null }
const closed = (thread: ThreadRow): ThreadRow => ({ ...thread, state: 'closed', waiting_since: null })
const snoozed = (thread: ThreadRow): ThreadRow => ({ ...thread, state: 'snoozed', snoozed_until: at(900) })
const firstReply = { first_contact_reply_at: at(100), first_contact_reply_type: 'conversation' }
const replied = { ...firstReply, last_contact_reply_at: at(200) }
const waits = (since: Date) => ({ waiting_since: since, unanswered_since: since })

const happenings: Record<string, [happening: Happening, thread: ThreadRow, changes: ThreadChanges]> = {
  'a reply to an open thread leaves its state, and since when the contact waits': [
    contactReplies(at(200)),
    asked,
    { ...replied, ...waits(at(100)) },
  ],
  'a reply to an answered thread makes the contact wait': [
    contactReplies(at(200)),
    answered,
    { ...replied, ...waits(at(200)) },
  ],
  'a reply opens a closed thread again, and the wait begins anew': [
    contactReplies(at(200)),
    closed(asked),
    { ...replied, ...opened, count_reopens: 1, ...waits(at(200)) },
  ],
  'a reply opens a snoozed thread, which was not closed': [
    contactReplies(at(200)),
    snoozed(asked),
    { ...replied, ...opened, ...waits(at(100)) },
  ],
  "a bot's reply is unread, and no answer": [botReplies, asked, { read: false }],
  'a teammate joins': [joins(7), { ...begun, teammate_ids: [5] }, { teammate_ids: [5, 7] }],
  'a teammate joins once': [joins(7), { ...begun, teammate_ids: [7, 5] }, {}],
  "an admin's reply ends the wait, is unread, and leaves a closed thread closed": [
    adminReplies(at(200), 7),
    closed(begun),
    { teammate_ids: [7], waiting_since: null, unanswered_since: null, read: false },
  ],
  'a close ends the wait and the snooze, and answers nobody': [
    closes(at(200), 7),
    snoozed({ ...begun, ...waits(at(1)) }),
    { state: 'closed', snoozed_until: null, waiting_since: null },
  ],
  'a snooze leaves the rest': [snoozes(at(900)), asked, { state: 'snoozed', snoozed_until: at(900) }],
  'opening a closed thread that is answered makes nobody wait': [
    opens(at(300)),
    closed(answered),
    { ...opened, count_reopens: 1, waiting_since: null },
  ],
  'opening a closed thread that is unanswered, the contact waits since the first unanswered message': [
    opens(at(300)),
    closed({ ...asked, last_contact_reply_at: at(150) }),
    { ...opened, count_reopens: 1, waiting_since: at(100) },
  ],
  'opening a closed thread that no contact wrote to, it waits since then': [
    opens(at(300)),
    closed(begun),
    { ...opened, waiting_since: at(300) },
  ],
  'opening a snoozed thread is no reopening, and leaves since when the contact waits': [
    opens(at(300)),
    snoozed(asked),
    { ...opened, waiting_since: at(100) },
  ],
  'opening a thread that was snoozed while it was closed, the contact waits again': [
    opens(at(300)),
    snoozed(closed(asked)),
    { ...opened, waiting_since: at(100) },
  ],
  'opening a snoozed thread that waits since it was opened leaves since when': [
    opens(at(300)),
    snoozed({ ...begun, waiting_since: at(50) }),
    { ...opened, waiting_since: at(50) },
  ],
  'opening an open thread that no contact wrote to makes nobody wait': [
    opens(at(300)),
    begun,
    { ...opened, waiting_since: null },
  ],
  'a snoozed thread wakes': [wakes(at(300)), snoozed(answered), { ...opened, waiting_since: null }],
  'a closed thread does not wake': [wakes(at(300)), closed(asked), {}],
  'an open thread does not wake': [wakes(at(300)), asked, {}],
  'an open thread is assigned to a team, which takes the teammate off': [
    assigns(at(200), 'team', 5),
    { ...begun, admin_assignee_id: 7 },
    {
      team_assignee_id: 5,
      admin_assignee_id: null,
      team_response_times: [{ team_id: 5, assigned_at: at(200).getTime(), response_time: null }],
    },
  ],
  'a closed thread that is assigned opens': [
    assigns(at(200), 'admin', 7),
    closed(begun),
    { ...opened, waiting_since: at(200), admin_assignee_id: 7 },
  ],
  'a snoozed thread that is assigned opens': [
    assigns(at(200), 'admin', 7),
    snoozed(begun),
    { ...opened, waiting_since: null, admin_assignee_id: 7 },
  ],
  'a closed thread that is handed over stays closed': [
    handsOver(at(200), 'admin', 7),
    closed(begun),
    { admin_assignee_id: 7 },
  ],
  'handing over is an assignment': [
    handsOver(at(200), 'admin', 7),
    snoozed(asked),
    {
      admin_assignee_id: 7,
      first_assignment_at: at(200),
      last_assignment_at: at(200),
      last_assignment_admin_reply_at: null,
      count_assignments: 1,
      time_to_assignment: 100,
    },
  ],
  'taking an assignment away is no assignment': [assigns(at(200), 'admin', null), asked, { admin_assignee_id: null }],
  "taking a team's away leaves the admin's, and awaits no response": [
    assigns(at(200), 'team', null),
    { ...asked, team_response_times: [{ team_id: 5, assigned_at: at(150).getTime(), response_time: null }] },
    { team_assignee_id: null, team_response_times: [] },
  ],
}

for (const [name, [happening, thread, changes]] of Object.entries(happenings))
  test(name, () => assert.deepEqual(after(thread, happening), changes))

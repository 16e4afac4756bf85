/** Statistics of each happening, from each kind of thread. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  awaitTeam,
  countAdminReply,
  countAssignment,
  countClose,
  countContactReply,
  countReopen,
  median,
} from './statistics.ts'
import { answered, asked, at, begun } from './test-thread.ts'
import type { ThreadChanges, ThreadRow } from './thread.ts'

type Row = [thread: ThreadRow, seconds: number, changes: ThreadChanges]

function check(count: (thread: ThreadRow, at: Date) => ThreadChanges, rows: Record<string, Row>) {
  for (const [name, [thread, seconds, changes]] of Object.entries(rows))
    test(name, () => assert.deepEqual(count(thread, at(seconds)), changes))
}

const firstReply = { first_contact_reply_at: at(100), first_contact_reply_type: 'conversation' }
check(countContactReply, {
  "a contact's first reply is kept with how it came": [
    { ...begun, source_type: 'email' },
    150,
    { first_contact_reply_at: at(150), first_contact_reply_type: 'email', last_contact_reply_at: at(150) },
  ],
  "a contact's later reply is the last one only": [
    { ...asked, source_type: 'email' },
    150,
    { ...firstReply, last_contact_reply_at: at(150) },
  ],
})

const firstAnswer = {
  first_admin_reply_at: at(130),
  time_to_admin_reply: 30,
  last_admin_reply_at: at(130),
  last_assignment_admin_reply_at: null,
  reply_times: [30],
  median_time_to_reply: 30,
}
const secondAnswer = {
  first_admin_reply_at: at(130),
  time_to_admin_reply: 30,
  last_admin_reply_at: at(200),
  last_assignment_admin_reply_at: null,
}
const team = (team_id: number, assigned: number, response_time: number | null = null) => ({
  team_id,
  assigned_at: at(assigned).getTime(),
  response_time,
  ...(response_time !== null && { office_response_time: response_time }),
})

check(countAdminReply, {
  "an admin's reply before a contact's is not counted": [
    { ...begun, team_response_times: [team(5, 0)], waiting_since: at(5) },
    10,
    {},
  ],
  "an admin's first reply is timed from the contact's first, and from when they wait": [asked, 130, firstAnswer],
  "an admin's reply from before the contact's takes no time": [
    asked,
    50,
    {
      ...firstAnswer,
      first_admin_reply_at: at(50),
      time_to_admin_reply: 0,
      last_admin_reply_at: at(50),
      reply_times: [0],
      median_time_to_reply: 0,
    },
  ],
  "an admin's later reply to nobody who waits is the last one only": [answered, 200, secondAnswer],
  "an admin's later reply to somebody who waits is a sample of its own": [
    { ...answered, unanswered_since: at(190) },
    200,
    { ...secondAnswer, reply_times: [30, 10], median_time_to_reply: 20 },
  ],
  'the first reply after an assignment is kept': [
    { ...answered, last_assignment_at: at(150) },
    200,
    { ...secondAnswer, last_assignment_admin_reply_at: at(200) },
  ],
  'the second reply after an assignment is not': [
    { ...answered, last_assignment_at: at(150), last_assignment_admin_reply_at: at(180) },
    200,
    { ...secondAnswer, last_assignment_admin_reply_at: at(180) },
  ],
  'the first reply since the assignment of a team is its response': [
    { ...answered, team_response_times: [team(5, 160)] },
    200,
    { ...secondAnswer, team_response_times: [team(5, 160, 40)] },
  ],
  "a team that had the thread before the contact wrote is timed from the contact's first reply": [
    { ...answered, team_response_times: [team(5, 50)] },
    200,
    { ...secondAnswer, team_response_times: [team(5, 50, 100)] },
  ],
  "a team's later replies are no responses": [
    { ...answered, team_response_times: [team(5, 160, 30)] },
    200,
    secondAnswer,
  ],
  'another team has a response of its own': [
    { ...answered, team_response_times: [team(5, 110, 20), team(6, 150)] },
    200,
    { ...secondAnswer, team_response_times: [team(5, 110, 20), team(6, 150, 50)] },
  ],
})

const awaits = (teamId: number | null) => (thread: ThreadRow, time: Date) => awaitTeam(thread, time, teamId)
check(awaits(5), {
  'a response is awaited from the team that gets the thread': [begun, 10, { team_response_times: [team(5, 10)] }],
  'a team that did not respond is awaited no longer when another gets the thread': [
    { ...begun, team_response_times: [team(7, 1, 4), team(6, 5)] },
    10,
    { team_response_times: [team(7, 1, 4), team(5, 10)] },
  ],
  'a team that gets the thread again is awaited from then on': [
    { ...begun, team_response_times: [team(5, 1)] },
    10,
    { team_response_times: [team(5, 10)] },
  ],
  'a team that responded once is not awaited again': [
    { ...begun, team_response_times: [team(5, 1, 4), team(6, 5)] },
    10,
    { team_response_times: [team(5, 1, 4)] },
  ],
})
check(awaits(null), {
  'a thread that is taken from its team awaits no response': [
    { ...begun, team_response_times: [team(6, 1, 4), team(5, 5)] },
    10,
    { team_response_times: [team(6, 1, 4)] },
  ],
})

const assigned: ThreadRow = {
  ...asked,
  first_assignment_at: at(110),
  last_assignment_at: at(110),
  time_to_assignment: 10,
  count_assignments: 1,
}
check(countAssignment, {
  "an assignment before a contact's first reply is not counted": [begun, 10, {}],
  'the first assignment is timed from the first reply': [
    asked,
    110,
    {
      first_assignment_at: at(110),
      last_assignment_at: at(110),
      last_assignment_admin_reply_at: null,
      count_assignments: 1,
      time_to_assignment: 10,
    },
  ],
  'a second one before an admin replied moves the time': [
    { ...assigned, last_assignment_admin_reply_at: at(115) },
    120,
    {
      first_assignment_at: at(110),
      last_assignment_at: at(120),
      last_assignment_admin_reply_at: null,
      count_assignments: 2,
      time_to_assignment: 20,
    },
  ],
  'one after an admin replied does not': [
    { ...assigned, first_admin_reply_at: at(115) },
    120,
    {
      first_assignment_at: at(110),
      last_assignment_at: at(120),
      last_assignment_admin_reply_at: null,
      count_assignments: 2,
      time_to_assignment: 10,
    },
  ],
})

const closedOnce = {
  first_close_at: at(200),
  time_to_first_close: 100,
  last_close_at: at(200),
  time_to_last_close: 100,
  last_closed_by_id: 7,
  handling_time: null,
}
check((thread, time) => countClose(thread, time, 7), {
  "a close before a contact's first reply is not counted": [begun, 10, {}],
  'the first close is the last one, too': [asked, 200, closedOnce],
  'the handling of what was assigned runs from its last assignment': [
    { ...assigned, last_assignment_at: at(150), handling_time: 3 },
    200,
    { ...closedOnce, handling_time: 50 },
  ],
  'a second close is the last one only': [
    { ...asked, first_close_at: at(120), time_to_first_close: 20, last_closed_by_id: 8, handling_time: 3 },
    200,
    { ...closedOnce, first_close_at: at(120), time_to_first_close: 20, handling_time: 3 },
  ],
  'closing what is closed adds no handling': [
    { ...assigned, state: 'closed', handling_time: 3 },
    200,
    { ...closedOnce, handling_time: 3 },
  ],
})
check((thread, time) => countClose(thread, time, null), {
  "a bot's close leaves who closed last": [
    { ...asked, last_closed_by_id: 8 },
    200,
    { ...closedOnce, last_closed_by_id: 8 },
  ],
})

check(countReopen, {
  "opening before a contact's first reply is not counted": [begun, 0, {}],
  'opening is counted': [{ ...asked, count_reopens: 2 }, 0, { count_reopens: 3 }],
})

test('a duration is the difference of whole seconds', () => {
  const began = { ...asked, first_contact_reply_at: at(100.9) }
  assert.equal(countAdminReply(began, at(130.1)).time_to_admin_reply, 30)
  assert.equal(countAdminReply(asked, at(130.9)).time_to_admin_reply, 30)
})

for (const [values, middle] of [
  [[7], 7],
  [[9, 1, 5], 5],
  [[10, 9, 100], 10],
  [[1, 2, 10, 4], 3],
  [[1, 2], 2],
  [[5, 4, 3, 2, 1], 3],
] as const)
  test(`the median of ${values.join(', ')} is ${middle}`, () => assert.equal(median([...values]), middle))

const NINE_TO_TEN = {
  id: 1,
  team_id: null,
  since: 0,
  // 14 November 2023, 22:13:20 UTC, a Tuesday, is second 0.
  schedule: { time_zone: 'UTC', intervals: [{ start_minute: 1440 + 1335, end_minute: 1440 + 1440 }], exceptions: [] },
}
const inHours = (thread: ThreadRow, team: number | null = null): ThreadRow => ({
  ...thread,
  office_hours: [{ ...NINE_TO_TEN, team_id: team }],
})

test('replies and closes are counted in office hours, assignments at all hours', () => {
  const thread = inHours(asked)
  // The hour opens at 22:15, which is second 100.
  const early = { ...thread, first_contact_reply_at: at(0), unanswered_since: at(40) }
  const changes = countAdminReply(early, at(160))
  assert.deepEqual([changes.time_to_admin_reply, changes.median_time_to_reply], [60, 60])
  const closed = countClose(early, at(170), 1)
  assert.deepEqual([closed.time_to_first_close, closed.time_to_last_close], [70, 70])
  assert.equal(countAssignment(early, at(160)).time_to_assignment, 160)
})

test('a team responds in its own hours besides', () => {
  const awaited = { team_id: 7, assigned_at: at(20).getTime(), response_time: null }
  const thread = { ...inHours(asked, 7), first_contact_reply_at: at(0), team_response_times: [awaited] }
  const [entry] = countAdminReply(thread, at(160)).team_response_times!
  assert.deepEqual([entry!.response_time, entry!.office_response_time], [140, 60])
  assert.equal(countAdminReply(thread, at(160)).time_to_admin_reply, 160)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { folded, happeningsOf, partTypes, recount, type Moment, type PartType } from './fold.ts'
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
import { asked, at, begun } from './test-thread.ts'
import type { ThreadRow } from './thread.ts'

const part = (part_type: PartType, author: Partial<Moment>, more: Partial<Moment> = {}): Moment => ({
  part_type,
  created_at: at(200),
  author_type: 'admin',
  ...author,
  ...more,
})
const contact = { author_type: 'user', author_contact_id: 'ada' }
const admin = { author_type: 'admin', author_admin_id: 7 }
const bot = { author_type: 'bot', author_admin_id: 9 }
const nameless = { author_type: 'admin', author_admin_id: null }

const [now, later] = [at(200), at(900)]
const words = { body: '<p>Words</p>' }
const toTeam = { assigned_to_type: 'team', assigned_to_id: 5 }
const toAdmin = { assigned_to_type: 'admin', assigned_to_id: 8 }

const meanings: Record<string, [part: Moment, happenings: Happening[]]> = {
  "a contact's comment": [part('comment', contact), [contactReplies(now)]],
  "a contact's quick reply": [part('quick_reply', contact), [contactReplies(now)]],
  'words of a contact that opened the thread': [part('open', contact), [contactReplies(now)]],
  "a teammate's comment": [part('comment', admin), [wakes(now), adminReplies(now, 7)]],
  "a teammate's comment that left the thread snoozed": [
    part('comment', admin, { state: 'snoozed' }),
    [adminReplies(now, 7)],
  ],
  "a teammate's comment to a closed thread": [
    part('comment', admin, { state: 'closed' }),
    [wakes(now), adminReplies(now, 7)],
  ],
  "the bot's comment": [part('comment', bot), [botReplies]],
  'a comment of an admin who is not known': [part('comment', nameless), [botReplies]],
  "a teammate's opening": [part('open', admin), [opens(now)]],
  "the bot's opening": [part('open', bot), [opens(now)]],
  "a teammate's note": [part('note', admin, words), [wakes(now), joins(7)]],
  "a teammate's note that left the thread snoozed": [part('note', admin, { state: 'snoozed' }), [joins(7)]],
  "the bot's note": [part('note', bot, words), []],
  "a teammate's close": [part('close', admin), [closes(now, 7)]],
  "a teammate's close with words": [part('close', admin, words), [adminReplies(now, 7), closes(now, 7)]],
  "the bot's close with words": [part('close', bot, words), [botReplies, closes(now, null)]],
  'a snooze': [part('snoozed', admin, { event_details: { custom_until_time: later.toISOString() } }), [snoozes(later)]],
  'the end of a snooze': [part('timer_unsnooze', bot), [opens(now)]],
  'an assignment to a teammate': [part('assignment', admin, toAdmin), [assigns(now, 'admin', 8)]],
  'an assignment to a team': [part('assignment', admin, toTeam), [assigns(now, 'team', 5)]],
  'an assignment with words': [
    part('assignment', admin, { ...toTeam, ...words }),
    [assigns(now, 'team', 5), adminReplies(now, 7)],
  ],
  'an assignment that left the thread snoozed': [
    part('assignment', admin, { ...toAdmin, state: 'snoozed' }),
    [handsOver(now, 'admin', 8)],
  ],
  'an assignment that left the thread closed': [
    part('assignment', bot, { ...toTeam, state: 'closed' }),
    [handsOver(now, 'team', 5)],
  ],
  'an assignment that left the thread open': [
    part('assignment', bot, { ...toTeam, state: 'open' }),
    [assigns(now, 'team', 5)],
  ],
  'an assignment that took the teammate off': [
    part('assignment', admin, { assigned_to_type: 'nobody_admin' }),
    [assigns(now, 'admin', null)],
  ],
  'an assignment that took the team off': [
    part('assignment', admin, { assigned_to_type: 'nobody_team' }),
    [assigns(now, 'team', null)],
  ],
  'a return from an admin who is away': [part('away_mode_assignment', bot, toTeam), [handsOver(now, 'admin', null)]],
  'an assignment that opened a closed thread': [part('assign_and_reopen', admin, toAdmin), [assigns(now, 'admin', 8)]],
  'an assignment that woke a snoozed thread': [part('assign_and_unsnooze', admin, toAdmin), [assigns(now, 'admin', 8)]],
}
const NOTHING: PartType[] = [
  'default_assignment',
  'participant_added',
  'participant_removed',
  'conversation_attribute_updated_by_admin',
  'conversation_tags_updated',
  'company_updated',
  'priority_changed',
  'conversation_rating_changed',
  'conversation_rating_remark_added',
  'merged_primary_conversation',
  'ticket_state_updated_by_admin',
  'ticket_attribute_updated_by_admin',
  'conversation_sla_applied_by_rule',
  'conversation_sla_target_missed',
  'conversation_sla_paused',
  'conversation_sla_unpaused',
  'conversation_sla_removed',
]
for (const type of NOTHING) meanings[`a part ${type}`] = [part(type, admin, words), []]

const threads: ThreadRow[] = [
  asked,
  { ...asked, admin_assignee_id: 6, team_assignee_id: 4 },
  { ...asked, state: 'closed', waiting_since: null },
  { ...begun, state: 'closed' },
  { ...asked, state: 'snoozed', snoozed_until: later },
]
for (const [name, [moment, happenings]] of Object.entries(meanings))
  test(`${name} is told as what it is`, () => {
    for (const thread of threads) assert.deepEqual(after(thread, ...happeningsOf(moment)), after(thread, ...happenings))
  })

test('every type of part has a meaning here', () => {
  const tested = new Set(Object.values(meanings).map(([{ part_type }]) => part_type))
  assert.deepEqual([...tested].toSorted(), partTypes.toSorted())
})

test('a part of no known type is refused', () => {
  const unknown = { ...part('note', admin), part_type: 'unheard' }
  assert.throws(() => happeningsOf(unknown), { message: 'the fold knows no part unheard' })
})

/** As a write left it: all that follows from the parts is counted anew. */
const left = Object.fromEntries(folded.map((column) => [column, 'left'])) as unknown as ThreadRow
const thread: ThreadRow = { ...begun, ...left, source_type: 'email', source_contact_id: null, created_at: at(100) }

test('a thread without parts is open, and nothing of it is counted', () => {
  const { reply_times, team_response_times, count_reopens, count_assignments, state, ...others } = recount(thread, [])
  assert.deepEqual([reply_times, team_response_times, count_reopens, count_assignments, state], [[], [], 0, 0, 'open'])
  assert.deepEqual(
    others,
    Object.fromEntries(
      [
        'snoozed_until',
        'waiting_since',
        'unanswered_since',
        'first_contact_reply_at',
        'first_contact_reply_type',
        'first_assignment_at',
        'first_admin_reply_at',
        'first_close_at',
        'last_assignment_at',
        'last_assignment_admin_reply_at',
        'last_contact_reply_at',
        'last_admin_reply_at',
        'last_close_at',
        'last_closed_by_id',
        'time_to_assignment',
        'time_to_admin_reply',
        'time_to_first_close',
        'time_to_last_close',
        'median_time_to_reply',
        'handling_time',
      ].map((column) => [column, null]),
    ),
  )
})

test('each part counts on what the ones before it made', () => {
  const parts = [
    part('comment', contact, { created_at: at(110) }),
    part('comment', admin, { created_at: at(120) }),
    part('close', admin, { created_at: at(130) }),
    part('open', contact, { created_at: at(140) }),
  ]
  const { state, waiting_since, reply_times, count_reopens, first_contact_reply_type } = recount(thread, parts)
  assert.deepEqual([state, waiting_since, reply_times, count_reopens], ['open', at(140), [10], 1])
  assert.equal(first_contact_reply_type, 'email')
})

const asking = { ...thread, source_contact_id: 'ada' } as ThreadRow
const answerAt = (seconds: number) => part('comment', admin, { created_at: at(seconds) })

test("a contact's first message counts at its time", () => {
  const { first_contact_reply_at, waiting_since } = recount(asking, [])
  assert.deepEqual([first_contact_reply_at, waiting_since], [at(100), at(100)])
  assert.equal(recount(asking, [answerAt(130)]).time_to_admin_reply, 30)
})

test('parts that are older than the first message stand before it', () => {
  const { first_admin_reply_at, waiting_since } = recount(asking, [answerAt(90)])
  assert.deepEqual([first_admin_reply_at, waiting_since], [null, at(100)])
  assert.deepEqual(recount(asking, [answerAt(90), answerAt(110)]).reply_times, [10])
})

test('a part of the same moment stands after the first message', () => {
  const { first_admin_reply_at, waiting_since } = recount(asking, [answerAt(100)])
  assert.deepEqual([first_admin_reply_at, waiting_since], [at(100), null])
})

test('the columns that change without a part are not counted', () => {
  const columns = Object.keys(recount(thread, [part('assignment', admin, { ...toAdmin, ...words })]))
  assert.deepEqual(columns.toSorted(), folded.toSorted())
  for (const column of ['admin_assignee_id', 'read', 'teammate_ids']) assert.ok(!columns.includes(column), column)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Moment } from './fold.ts'
import { among, asNewest, type UnplacedPart } from './placed.ts'
import { asked, at, begun } from './test-thread.ts'
import type { ThreadRow } from './thread.ts'

const said = (seconds: number, more: Partial<UnplacedPart> = {}): UnplacedPart => ({
  part_type: 'comment',
  created_at: at(seconds),
  author_type: 'user',
  author_contact_id: 'ada' as never,
  ...more,
})
const byAdmin = { author_type: 'admin', author_contact_id: null, author_admin_id: 7 as never }
const answer = (seconds: number, more: Partial<UnplacedPart> = {}) => said(seconds, { ...byAdmin, ...more })
const close = (seconds: number) => answer(seconds, { part_type: 'close' })

const closed: ThreadRow = { ...asked, state: 'closed', waiting_since: null }
const snoozed: ThreadRow = { ...asked, state: 'snoozed', snoozed_until: at(900) }

test('the newest part changes what its step of the fold changes, and keeps the state after it', () => {
  const { parts, rows, changes } = asNewest(asked, close(200))
  assert.deepEqual(parts, [{ ...close(200), state: 'closed' }])
  assert.deepEqual([changes.state, changes.last_close_at], ['closed', at(200)])
  assert.deepEqual(rows, [{ ...asked, ...changes }])
})

test('a part that changes no state keeps the state of the thread', () => {
  const { parts, changes } = asNewest(closed, answer(200))
  assert.deepEqual(parts, [{ ...answer(200), state: 'closed' }])
  assert.equal(changes.state, undefined)
})

test('words of a contact that open the thread are a part `open`', () => {
  for (const thread of [closed, snoozed]) {
    const { parts, changes } = asNewest(thread, said(200))
    assert.deepEqual(parts, [{ ...said(200), part_type: 'open', state: 'open' }])
    assert.equal(changes.state, 'open')
  }
})

test('words of a contact in an open thread are a comment', () => {
  assert.deepEqual(asNewest(asked, said(200)).parts, [{ ...said(200), state: 'open' }])
})

test('a quick reply that opens the thread keeps its type', () => {
  const reply = said(200, { part_type: 'quick_reply' })
  assert.deepEqual(asNewest(closed, reply).parts, [{ ...reply, state: 'open' }])
})

test('words of a teammate that wake the thread are a comment', () => {
  assert.deepEqual(asNewest(snoozed, answer(200)).parts, [{ ...answer(200), state: 'open' }])
})

test('an answer that is to leave the thread snoozed does so', () => {
  const { parts, changes } = asNewest(snoozed, answer(200, { state: 'snoozed' }))
  assert.deepEqual(parts, [{ ...answer(200), state: 'snoozed' }])
  assert.equal(changes.state, undefined)
})

const thread = { ...begun, source_contact_id: 'ada', created_at: at(100), teammate_ids: [5] } as ThreadRow
const moments = (...parts: UnplacedPart[]) => parts as Moment[]

test('an older message counts at its time, and leaves what came later', () => {
  const { parts, changes } = among(thread, said(150), moments(answer(120), close(200)))
  assert.deepEqual(parts, [{ ...said(150), state: 'open' }])
  const { state, last_contact_reply_at, unanswered_since, waiting_since } = changes
  assert.deepEqual([state, last_contact_reply_at], ['closed', at(150)])
  assert.deepEqual([unanswered_since, waiting_since], [at(150), null])
})

test('an older message that opened what was closed before it is a part `open`', () => {
  const { parts, changes } = among(thread, said(150), moments(close(120), close(200)))
  assert.deepEqual(parts, [{ ...said(150), part_type: 'open', state: 'open' }])
  assert.deepEqual([changes.state, changes.count_reopens], ['closed', 1])
})

test('an older close keeps the state of then, and what came later opens the thread again', () => {
  const { parts, rows, changes } = among(thread, close(150), moments(said(200)))
  assert.deepEqual(parts, [{ ...close(150), state: 'closed' }])
  assert.deepEqual([changes.state, changes.count_reopens, changes.first_close_at], ['open', 1, at(150)])
  assert.deepEqual(rows, [{ ...thread, ...changes }])
})

test('a part of the same moment as another stands after it', () => {
  const { parts, changes } = among(thread, said(150), moments(close(150), answer(200)))
  assert.deepEqual(parts, [{ ...said(150), part_type: 'open', state: 'open' }])
  assert.deepEqual([changes.count_reopens, changes.reply_times], [1, [50]])
})

test('an older answer makes the thread unread and its teammate take part, as the newest does', () => {
  const { changes } = among(thread, answer(150), moments(said(200)))
  assert.deepEqual([changes.read, changes.teammate_ids], [false, [5, 7]])
  assert.deepEqual([changes.reply_times, changes.waiting_since], [[50], at(200)])
})

test('an older part changes no assignee that it does not name', () => {
  const { changes } = among(thread, said(150), moments(answer(200)))
  for (const column of ['admin_assignee_id', 'team_assignee_id', 'read', 'teammate_ids'])
    assert.ok(!(column in changes), column)
})

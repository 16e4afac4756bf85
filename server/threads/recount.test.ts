/** Writes keep what a count of all parts finds, in whichever order the parts arrive. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'
import { createScene } from '../test/fixtures/scene.ts'
import { randomFrom } from '../test/random.ts'
import { folded, recount } from './fold.ts'
import { listHoursInForce } from './hours-queries.ts'
import { listAllParts } from './part-queries.ts'
import { recountThreads } from './recount-threads.ts'
import type { ThreadRow } from './thread.ts'

const app = await testApp({ own: true })
const scene = createScene(app)
const { send, adminId, workspace } = scene
const [other, team, contact] = [
  await scene.given('an admin'),
  await scene.given('a team'),
  await scene.given('a contact'),
]
const [bot] = await app.db<{ id: number }[]>`
  select id from admins where workspace_id = ${workspace.id} and kind = 'operator'`

const asContact = { type: 'user', intercom_user_id: contact['id'] }
const asAdmin = { type: 'admin', admin_id: adminId }
const asBot = { type: 'admin', admin_id: String(bot!.id) }

const REPLIES = [
  { ...asContact, message_type: 'comment', body: 'Question' },
  { ...asContact, message_type: 'comment', body: 'Question' },
  { ...asAdmin, message_type: 'comment', body: 'Answer' },
  { ...asAdmin, message_type: 'comment', body: 'Answer', skip_unsnooze: true },
  { ...asAdmin, message_type: 'note', body: 'Note' },
  { ...asBot, message_type: 'comment', body: 'Answer' },
]
const assignTo = (type: string, id: string) => ({ message_type: 'assignment', ...asAdmin, type, assignee_id: id })
const MANAGEMENT = [
  () => ({ message_type: 'close', ...asAdmin }),
  () => ({ message_type: 'close', ...asAdmin, body: 'Done' }),
  () => ({ message_type: 'close', ...asBot, body: 'Done' }),
  () => ({ message_type: 'open', ...asAdmin }),
  () => ({ message_type: 'snoozed', ...asAdmin, snoozed_until: Math.floor(scene.now()) + 100_000 }),
  () => assignTo('admin', other['id']),
  () => ({ ...assignTo('admin', adminId), body: 'Mine' }),
  () => assignTo('team', team['id']),
  () => assignTo('team', '0'),
]

const read = async (id: string) => {
  const [row] = await app.db<ThreadRow[]>`select * from threads where workspace_id = ${workspace.id} and id = ${id}`
  return { ...row!, office_hours: await listHoursInForce(app.db, workspace.id) }
}

/** Office hours that differ from those before. */
async function changeHours(random: ReturnType<typeof randomFrom>) {
  const start_minute = 15 * Math.floor(random.next() * 300)
  const hours = { time_intervals: [{ start_minute, end_minute: start_minute + 4800 }] }
  const schedules = (await send('GET', '/office_hours_schedules'))['data']
  if (schedules.length < 2)
    await send('POST', '/office_hours_schedules', {
      name: scene.unique('hours'),
      time_zone_name: 'Europe/Dublin',
      ...hours,
    })
  else if (random.next() < 0.3)
    await send('DELETE', `/office_hours_schedules/${random.of<{ id: string }>(schedules).id}`)
  else {
    const { id } = random.of<{ id: string }>(schedules)
    await send('PUT', `/office_hours_schedules/${id}`, hours)
    await send('PUT', `/teams/${team['id']}/office_hours`, { office_hours_schedule_id: random.of([id, null]) })
  }
}

test('messages that arrive in any order count by their times', async () => {
  const begun = Math.floor(scene.now())
  const messages = [
    { ...asContact, message_type: 'comment', body: 'Still there?', created_at: begun + 100 },
    { ...asAdmin, message_type: 'comment', body: 'Yes', created_at: begun + 160 },
    { ...asContact, message_type: 'comment', body: 'Thanks', created_at: begun + 200 },
  ]
  app.clock.advance(1000)
  const seen = []
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 2, 0],
    [2, 0, 1],
  ]) {
    const from = { type: 'user', id: contact['id'] }
    const { conversation_id: id } = await send('POST', '/conversations', { from, body: 'Hello', created_at: begun })
    for (const at of order) await send('POST', `/conversations/${id}/reply`, messages[at])
    const row = await read(id)
    seen.push(Object.fromEntries(folded.map((column) => [column, row[column]])))
  }
  assert.equal(seen[0]!['median_time_to_reply'], 160)
  assert.deepEqual(seen[0]!['waiting_since'], new Date((begun + 200) * 1000))
  for (const one of seen) assert.deepEqual(one, seen[0])
})

test('a message from before a close opens nothing, and an answer from before the question is none', async () => {
  const from = { type: 'user', id: contact['id'] }
  const begun = Math.floor(scene.now())
  const { conversation_id: id } = await send('POST', '/conversations', { from, body: 'Hello', created_at: begun })
  app.clock.advance(100)
  await send('POST', `/conversations/${id}/parts`, { message_type: 'close', ...asAdmin })
  const old = { ...asContact, message_type: 'comment', body: 'Earlier', created_at: begun + 50 }
  const { state, statistics, conversation_parts } = await send('POST', `/conversations/${id}/reply`, old)
  assert.deepEqual([state, statistics.count_reopens], ['closed', 0])
  assert.equal(conversation_parts.conversation_parts[0].part_type, 'comment')
  const before = { ...asAdmin, message_type: 'comment', body: 'Too early', created_at: begun - 50 }
  assert.equal((await send('POST', `/conversations/${id}/reply`, before)).statistics.first_admin_reply_at, null)
})

for (let seed = 1; seed <= 16; seed++)
  test(`a count of all parts finds what the writes kept, whatever office hours change meanwhile (seed ${seed})`, async () => {
    const random = randomFrom(seed)
    const begun = Math.floor(scene.now())
    const from = { type: 'user', id: contact['id'] }
    const { conversation_id: id } = await send('POST', '/conversations', { from, body: 'Hello', created_at: begun })
    for (let step = 0; step < 14; step++) {
      app.clock.advance(1 + Math.floor(random.next() * 50_000_000) / 1000)
      if (seed > 4 && random.next() < 0.3) await changeHours(random)
      const back = random.next() < 0.4 && {
        created_at: Math.floor(begun - 5 + random.next() * (scene.now() - begun + 5)),
      }
      if (random.next() < 0.6) await send('POST', `/conversations/${id}/reply`, { ...random.of(REPLIES), ...back })
      else await send('POST', `/conversations/${id}/parts`, random.of(MANAGEMENT)())
    }
    const row = await read(id)
    const kept = Object.fromEntries(folded.map((column) => [column, row[column]]))
    assert.deepEqual(kept, recount(row, await listAllParts(app.db, workspace.id, row.id)))
  })

test('the command finds nothing to mend, and mends a thread that was changed by hand', async () => {
  const differing = async (mend: boolean) => {
    const all = await Array.fromAsync(recountThreads(app.db, workspace.id, mend))
    assert.ok(all.length > 0)
    return all.filter(({ columns }) => columns.length > 0)
  }
  assert.deepEqual(await differing(false), [])
  const [spoilt] = await app.db<[{ id: number }]>`
    update threads set count_reopens = count_reopens + 1, waiting_since = null, state = 'closed'
    where workspace_id = ${workspace.id} and kind = 'conversation' and deleted_at is null and waiting_since is not null
      and id = (select max(id) from threads where workspace_id = ${workspace.id} and waiting_since is not null)
    returning id`
  const found = [{ id: spoilt.id, columns: ['state', 'waiting_since', 'count_reopens'] }]
  assert.deepEqual(await differing(false), found)
  assert.deepEqual(await differing(true), found)
  assert.deepEqual(await differing(false), [])
})

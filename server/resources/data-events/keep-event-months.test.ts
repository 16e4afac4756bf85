import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventScene } from './test-scene.ts'
import { keepEventMonths } from './keep-event-months.task.ts'

const DAY = 86_400

const { app, db, now, user, submit, summaryOf } = await eventScene({ own: true })
const { clock } = app

const months = async () =>
  (await db`select relname from pg_class where relkind = 'r' and relname ~ '^data_events_2' order by 1`).map(
    ({ relname }) => relname.replace('data_events_', ''),
  )

const kept = async (id: string) =>
  (await db`select created_at from data_events where contact_id = ${id} order by 1`).map(
    ({ created_at }) => (created_at.getTime() / 1000 - now) / DAY,
  )

test('this month and the next three are there before they begin', async () => {
  await keepEventMonths.run({ db, clock }, {})
  await keepEventMonths.run({ db, clock }, {})
  assert.deepEqual(await months(), ['2026_01', '2026_02', '2026_03', '2026_04'])
})

test('events are kept for good unless it is said for how long', async () => {
  const { id } = await user()
  for (const days of [-4000, -400, 0]) await submit({ id, created_at: now + days * DAY })
  await keepEventMonths.run({ db, clock, eventsKeptDays: undefined }, {})
  assert.deepEqual(await kept(id), [-4000, -400, 0])
})

test('a month is dropped once its last day is older than events are kept, and not a day before', async () => {
  const { id } = await user()
  for (const days of [-4000, -107, -106, 0]) await submit({ id, created_at: now + days * DAY })
  const run = () => keepEventMonths.run({ db, clock, eventsKeptDays: 90 }, {})
  // The 15th of January: 90 days ago is the 17th of October, and the 30th of September is in a month that is over.
  await run()
  assert.deepEqual(await kept(id), [-106, 0])
  clock.advance(14 * DAY)
  await run()
  assert.deepEqual(await kept(id), [-106, 0])
  clock.advance(2 * DAY)
  await run()
  assert.deepEqual(await kept(id), [0])
  assert.deepEqual(
    (await summaryOf(id)).map(([, count]: number[]) => count),
    [4],
  )
  assert.deepEqual((await months()).at(-1), '2026_04')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPool } from '../../db/pool.ts'
import { cloneDatabase } from '../../test/database.ts'
import { dropMonthsBefore, ensureMonths } from './months.ts'
import { eventScene } from './test-scene.ts'

const { db, now, user, submit, eventsOf, summaryOf } = await eventScene({ own: true })

const time = (text: string) => new Date(`${text}T00:00:00Z`)
const unix = (text: string) => time(text).getTime() / 1000
const months = async () =>
  (
    await db`
      select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
      where inhparent = 'data_events'::regclass and relname ~ '[0-9]$' order by 1`
  ).map(({ relname }) => relname.replace('data_events_', ''))

test('a month is made by whoever writes into it first, however many do', async () => {
  const { id } = await user()
  assert.deepEqual(await months(), [])
  const times = ['2025-12-31', '2026-01-01', '2026-01-31', '2031-05-05', '2020-01-01']
  const replies = await Promise.all(
    times.flatMap((day) => ['a', 'b', 'c'].map((event_name) => submit({ id, event_name, created_at: unix(day) }))),
  )
  assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([202]))
  assert.deepEqual(await months(), ['2020_01', '2025_12', '2026_01', '2031_05'])
  assert.deepEqual(
    (await summaryOf(id)).map(([name, count]: unknown[]) => [name, count]),
    [
      ['a', 5],
      ['b', 5],
      ['c', 5],
    ],
  )
})

test('months are made once by processes that race, and none for what lies outside of them', async () => {
  const { db: own, address, drop } = await cloneDatabase()
  const pools = Array.from({ length: 4 }, () => openPool(address, { max: 2 }))
  const times = ['2026-03-01', '2026-04-30', '2019-12-31', '2040-01-01'].map(time)
  await Promise.all(pools.flatMap((pool) => [ensureMonths(pool, times), ensureMonths(pool, times)]))
  const made = await own`select relname from pg_class where relname ~ '^data_events_2' and relkind = 'r' order by 1`
  assert.deepEqual(
    made.map(({ relname }) => relname),
    ['data_events_2026_03', 'data_events_2026_04'],
  )
  for (const pool of pools) await pool.end()
  await drop()
})

test('dropped months take their events along, and leave the summaries', async () => {
  const { id } = await user()
  for (const day of ['1999-01-01', '2024-02-29', '2024-03-01', '2025-11-30'])
    await submit({ id, created_at: unix(day) })
  const dropped = await dropMonthsBefore(db, time('2024-03-31'))
  assert.deepEqual(dropped, ['partitions.data_events_2020_01', 'partitions.data_events_2024_02'])
  const left = await db`select created_at from data_events where contact_id = ${id} order by 1`
  assert.deepEqual(
    left.map(({ created_at }) => created_at),
    [time('2024-03-01'), time('2025-11-30')],
  )
  assert.deepEqual(await summaryOf(id), [['placed-order', 4, unix('1999-01-01'), unix('2025-11-30')]])
  assert.deepEqual(await dropMonthsBefore(db, time('2024-03-31')), [])
  assert.equal((await submit({ id, created_at: unix('2024-02-28') })).status, 202)
  assert.ok((await months()).includes('2024_02'))
})

/** Begins to detach a month, and is cut off while it waits for a reader. */
async function cutOff(table: string) {
  const reader = await db.reserve()
  await reader`begin`
  await reader`select from data_events`
  const detaching = db.unsafe(`alter table data_events detach partition ${table} concurrently`).execute()
  const leaving = () => db`select from pg_inherits where inhrelid = ${table}::regclass and inhdetachpending`
  while ((await leaving()).length === 0) await sleep(5)
  const cut = assert.rejects(detaching, /canceling statement/)
  await db`
    select pg_cancel_backend(pid) from pg_stat_activity
    where datname = current_database() and query like ${`alter table data_events detach partition ${table}%`}`
  await cut
  await reader`rollback`
  reader.release()
}

test('a drop that was cut off is finished by the next, or by whoever writes into the month', async () => {
  const { id } = await user()
  for (const day of ['2022-05-05', '2022-06-06', '2022-07-07']) await submit({ id, created_at: unix(day) })
  const left = async () =>
    (await db`select created_at from data_events where contact_id = ${id} order by 1`).map(
      ({ created_at }) => created_at,
    )

  await db`alter table data_events detach partition partitions.data_events_2022_05`
  await cutOff('partitions.data_events_2022_06')
  for (const day of ['2022-05-06', '2022-06-07'])
    assert.equal((await submit({ id, created_at: unix(day) })).status, 202, day)
  assert.deepEqual(await left(), [time('2022-05-06'), time('2022-06-07'), time('2022-07-07')])

  await cutOff('partitions.data_events_2022_06')
  const dropped = await dropMonthsBefore(db, time('2022-06-01'))
  assert.deepEqual(
    dropped.filter((table) => table.includes('_2022_')),
    ['partitions.data_events_2022_05', 'partitions.data_events_2022_06'],
  )
  assert.deepEqual(await left(), [time('2022-07-07')])
})

test('writers and readers go on while months are dropped and made', async () => {
  const { id } = await user()
  await ensureMonths(db, [time('2023-01-01'), time('2023-02-01')])
  const replies = await Promise.all([
    dropMonthsBefore(db, time('2023-02-01')),
    ensureMonths(db, [time('2023-03-01')]),
    ...Array.from({ length: 20 }, (_, n) => submit({ id, created_at: now - n })),
    ...Array.from({ length: 5 }, () => eventsOf(id)),
    dropMonthsBefore(db, time('2023-03-01')),
  ])
  assert.equal(replies.filter((reply: any) => reply?.status === 202).length, 20)
  assert.equal((await eventsOf(id)).length, 20)
})

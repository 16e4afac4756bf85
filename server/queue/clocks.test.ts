/** The database's clock ahead of the server's, and behind it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { buildApp } from '../app.ts'
import { systemClock as clock } from '../clock.ts'
import { openPool } from '../db/pool.ts'
import { createToken } from '../resources/tokens/access-tokens.ts'
import { createWorkspace } from '../provision/workspace.ts'
import { cloneDatabase } from '../test/database.ts'
import { startJobs } from '../worker.ts'

const log = pino({ level: 'silent' })

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await holds()); await sleep(20)) assert.ok(Date.now() < end)
}

for (const seconds of [20, -20])
  test(`a wake-up runs once and in time, and jobs at once, where the database's clock is ${seconds} s off`, async () => {
    const { db: before, address, drop } = await cloneDatabase()
    await before.unsafe(`
      create schema clock;
      create function clock.now() returns timestamptz stable language sql
        as $$ select pg_catalog.now() + interval '${seconds} seconds' $$;
      do $$ begin execute format('alter database %I set search_path = clock, pg_catalog, public', current_database()); end $$`)
    const db = openPool(address)
    const [shifted] = await db<[{ by: number }]>`select extract(epoch from now() - pg_catalog.now())::int as by`
    assert.equal(shifted.by, seconds)
    const app = await buildApp({ db, clock, log, config: { limits: 'off' } })
    const owner = { name: 'Workspace', ownerName: 'Olive', ownerEmail: 'olive@example.com', clock }
    const { id, ownerId } = await createWorkspace(db, owner)
    const { token } = await createToken(db, id, { adminId: ownerId, name: 'test', now: clock.now() })
    const headers = { authorization: `Bearer ${token}`, 'intercom-version': 'Preview' }
    const send = async (method: 'GET' | 'POST', url: string, payload?: object) =>
      (await app.inject({ method, url, headers, ...(payload && { payload }) })).json()
    const jobs = await startJobs({ address, db, clock, log, alone: true })
    try {
      const contact = await send('POST', '/contacts', { external_id: 'ada' })
      const from = { type: 'user', id: contact.id }
      const { conversation_id } = await send('POST', '/conversations', { from, body: 'Later' })
      const path = `/conversations/${conversation_id}`
      const snoozed_until = Math.ceil(Date.now() / 1000) + 3
      const made = { message_type: 'snoozed', admin_id: String(ownerId), snoozed_until }
      assert.equal((await send('POST', `${path}/parts`, made)).state, 'snoozed')

      const began = performance.now()
      const bulk = await send('POST', '/contacts/bulk', { contacts: [{ external_id: 'bob' }] })
      await until(async () => (await send('GET', `/contacts/bulk/${bulk.id}`)).state === 'completed')
      assert.ok(performance.now() - began < 3000)

      await until(async () => (await send('GET', path)).state === 'open')
      assert.ok(Date.now() >= snoozed_until * 1000)
      assert.ok(Date.now() < snoozed_until * 1000 + 4000)
      // Each job that is put in has an id: the wake-up, the bulk job, and some that recur.
      const [row] = await db<
        [{ n: number }]
      >`select max(last_value)::int as n from pg_sequences where schemaname = 'graphile_worker' and sequencename like '%jobs_id_seq%'`
      assert.ok(row.n < 20, `${row.n} jobs`)
    } finally {
      await jobs.stop()
      await app.close()
      await db.end({ timeout: 1 })
      await drop()
    }
  })

import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { systemClock } from '../clock.ts'
import { migrate } from '../db/migrate.ts'
import type { Db, Pool } from '../db/pool.ts'
import { cloneDatabase } from '../test/database.ts'
import { createWorkspace } from './workspace.ts'

const MIGRATIONS = join(import.meta.dirname, '../db/migrations')
const born = new Date('2025-03-01T09:00:00.123Z')

/** The rows of a new workspace without its ids and its code. */
async function holds(db: Db, workspaceId: number) {
  const rows = await Promise.all(
    ['ticket_states', 'newsfeeds', 'help_centers'].map(
      (table) =>
        db`select to_jsonb(t) - 'workspace_id' - 'id' - 'identifier' as row
           from ${db(table)} t where workspace_id = ${workspaceId} order by id`,
    ),
  )
  return rows.map((all) => all.map(({ row }) => row))
}

/** A database as it was before a migration. */
async function olderDatabase(t: TestContext, migration: string): Promise<Pool> {
  const { db, drop } = await cloneDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'parley-older-'))
  t.after(async () => {
    await drop()
    rmSync(folder, { recursive: true })
  })
  await db`drop schema public cascade`
  await db`create schema public`
  const older = readdirSync(MIGRATIONS).filter((name) => name < migration)
  for (const name of older) copyFileSync(join(MIGRATIONS, name), join(folder, name))
  await migrate(db, folder)
  return db
}

test('a token older than the settings may not change them until somebody says so', async (t) => {
  const db = await olderDatabase(t, '0008')
  const [workspace] = await db<{ id: number }[]>`
    insert into workspaces ${db({ app_id: 'older000', name: 'Older', created_at: born }, 'app_id', 'name', 'created_at')} returning id`
  const whose = { workspace_id: workspace!.id, name: 'Ada', created_at: born }
  const [admin] = await db<{ id: number }[]>`
    insert into admins ${db({ ...whose, email: 'ada@example.com' }, 'workspace_id', 'name', 'created_at', 'email')} returning id`
  await db`insert into tokens ${db({ ...whose, hash: Buffer.from('x'), admin_id: admin!.id }, 'workspace_id', 'name', 'created_at', 'hash', 'admin_id')}`
  await migrate(db)
  assert.deepEqual([...(await db`select settings from tokens`)], [{ settings: false }])
})

test('a workspace older than ticket states, newsfeeds and help centers gets what a new one has', async (t) => {
  const db = await olderDatabase(t, '0006')
  const [one, two] = await db<{ id: number; app_id: string }[]>`
    insert into workspaces (app_id, name, created_at) values ('older111', 'Older', ${born}), ('older222', 'Older', ${born})
    returning id, app_id`
  assert.ok((await migrate(db)).includes('0006_ticket_states_newsfeeds_help_centers.sql'))

  const clock = { ...systemClock, now: () => born }
  const fresh = await createWorkspace(db, { name: 'New', ownerName: 'Ada', ownerEmail: 'ada@example.com', clock })
  const expected = await holds(db, fresh.id)
  assert.deepEqual(
    expected.map((rows) => rows.length),
    [4, 1, 1],
  )
  assert.deepEqual(await holds(db, one!.id), expected)
  assert.deepEqual(await holds(db, two!.id), expected)
  assert.deepEqual(
    (await db`select identifier from help_centers order by workspace_id`).map(({ identifier }) => identifier),
    [one!.app_id, two!.app_id, fresh.appId],
  )
})

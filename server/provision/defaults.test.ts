import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { systemClock } from '../clock.ts'
import { migrate } from '../db/migrate.ts'
import type { Db, Pool } from '../db/pool.ts'
import { cloneDatabase, type TestDatabase } from '../test/database.ts'
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

suite('a workspace older than a migration', () => {
  let folder: string
  let database: TestDatabase
  let db: Pool
  let older: { id: number; app_id: string }[]
  let ran: string[]

  before(async () => {
    database = await cloneDatabase()
    ;({ db } = database)
    folder = mkdtempSync(join(tmpdir(), 'parley-older-'))
    await db`drop schema public cascade`
    await db`create schema public`
    for (const name of readdirSync(MIGRATIONS).filter((one) => one < '0006'))
      copyFileSync(join(MIGRATIONS, name), join(folder, name))
    await migrate(db, folder)
    older = await db<{ id: number; app_id: string }[]>`
      insert into workspaces (app_id, name, created_at) values ('older111', 'Older', ${born}), ('older222', 'Older', ${born})
      returning id, app_id`
    const whose = { workspace_id: older[0]!.id, name: 'Ada', created_at: born }
    const [admin] = await db<{ id: number }[]>`
      insert into admins ${db({ ...whose, email: 'ada@example.com' }, 'workspace_id', 'name', 'created_at', 'email')} returning id`
    await db`insert into tokens ${db({ ...whose, hash: Buffer.from('x'), admin_id: admin!.id }, 'workspace_id', 'name', 'created_at', 'hash', 'admin_id')}`
    ran = await migrate(db)
  })
  after(async () => {
    await database.drop()
    rmSync(folder, { recursive: true })
  })

  test('has a token that may not change settings until somebody says so', async () => {
    assert.deepEqual([...(await db`select settings from tokens`)], [{ settings: false }])
  })

  test('gets the ticket states, newsfeeds and help center that a new one has', async () => {
    assert.ok(ran.includes('0006_ticket_states_newsfeeds_help_centers.sql'))
    const clock = { ...systemClock, now: () => born }
    const fresh = await createWorkspace(db, { name: 'New', ownerName: 'Ada', ownerEmail: 'ada@example.com', clock })
    const expected = await holds(db, fresh.id)
    assert.deepEqual(
      expected.map((rows) => rows.length),
      [4, 1, 1],
    )
    for (const { id } of older) assert.deepEqual(await holds(db, id), expected)
    assert.deepEqual(
      (await db`select identifier from help_centers order by workspace_id`).map(({ identifier }) => identifier),
      [...older.map(({ app_id }) => app_id), fresh.appId],
    )
  })
})

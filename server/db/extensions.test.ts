import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { cloneDatabase } from '../test/database.ts'

const MIGRATION = join(import.meta.dirname, 'migrations', '0030_native_search.sql')

test('a database that refuses the extensions gets an error that names the remedy', async () => {
  const { db, drop } = await cloneDatabase()
  const [block] = /do \$\$.*?\$\$;/s.exec(readFileSync(MIGRATION, 'utf8'))!
  const refused = db.begin(async (tx) => {
    await tx`drop extension btree_gin, pg_trgm cascade`
    await tx`create role refused`
    await tx`set local role refused`
    await tx.unsafe(block)
  })
  await assert.rejects(refused, /Parley needs the extensions .* \(permission denied .*create extension btree_gin;/)
  await drop()
})

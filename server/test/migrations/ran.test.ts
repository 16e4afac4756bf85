/**
 * Migrations that ran in somebody's database (ran.txt, by name and hash) stay as they were, and new ones come after
 * them: a database whose history is not the beginning of ours does not start. A release adds its new ones to the list.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readMigrations } from '../../db/migrate.ts'

test('the migrations that ran are the first ones, unchanged', () => {
  const ran = readFileSync(join(import.meta.dirname, 'ran.txt'), 'utf8')
    .trim()
    .split('\n')
  const known = readMigrations().map(({ name, hash }) => `${name} ${hash}`)
  assert.ok(ran.length > 20)
  assert.deepEqual(known.slice(0, ran.length), ran)
})

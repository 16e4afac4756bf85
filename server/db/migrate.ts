/**
 * Brings a database to the schema that this code knows: plain SQL files in migrations/, in the order
 * of their numbers, forward only, each in a transaction of its own. Starts that race wait for each
 * other.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseError } from 'pg'
import type { Db, Pool, Transaction } from './pool.ts'

interface Migration {
  name: string
  text: string
  hash: string
}

interface Applied {
  name: string
  hash: string
}

const FOLDER = join(import.meta.dirname, 'migrations')
const LOCK = 5_050_432_117

/** Answers the names of the migrations that it ran; one query where there is nothing to do. */
export async function migrate(db: Pool, folder = FOLDER): Promise<string[]> {
  const known = readMigrations(folder)
  const ran: string[] = []
  let next = findNext(known, await listApplied(db))
  while (next) {
    const name = await db.begin((tx) => runNext(tx, known))
    if (name) ran.push(name)
    next = name === undefined ? undefined : findNext(known, await listApplied(db))
  }
  return ran
}

/** True if all migrations have run, and no others. */
export async function isCurrent(db: Db, folder = FOLDER): Promise<boolean> {
  const known = readMigrations(folder)
  const applied = await listApplied(db)
  return (
    known.length === applied.length &&
    known.every(({ name, hash }, at) => applied[at]!.name === name && applied[at]!.hash === hash)
  )
}

async function runNext(tx: Transaction, known: Migration[]): Promise<string | undefined> {
  await tx`select pg_advisory_xact_lock(${LOCK})`
  await tx`create table if not exists migrations (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`
  const next = findNext(known, await listApplied(tx))
  if (!next) return undefined
  try {
    await tx.unsafe(next.text)
  } catch (error) {
    throw new Error(`migration ${next.name} failed: ${(error as Error).message}`, { cause: error })
  }
  await tx`insert into migrations (name, hash) values (${next.name}, ${next.hash})`
  return next.name
}

/** The first one that has not run; throws where the database's history is not the beginning of ours. */
function findNext(known: Migration[], applied: Applied[]): Migration | undefined {
  for (const [index, { name, hash }] of applied.entries()) {
    const expected = known[index]
    if (!expected) {
      throw new Error(`the database is from a newer Parley (it has migration ${name}); start that one, or newer`)
    }
    if (expected.name !== name || expected.hash !== hash) {
      throw new Error(
        `migration ${expected.name} is not what ran in this database (${name}): a migration must not change ` +
          'after it ran; start the Parley that made this database, or use another one',
      )
    }
  }
  return known[applied.length]
}

async function listApplied(db: Db): Promise<Applied[]> {
  try {
    return await db<Applied[]>`select name, hash from migrations order by name`
  } catch (error) {
    const missing = error instanceof DatabaseError && error.code === '42P01'
    if (missing) return []
    throw error
  }
}

export function readMigrations(folder = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })
}

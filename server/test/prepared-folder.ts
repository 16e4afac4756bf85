/**
 * A data folder as it is before the first workspace: its database is made and migrated, and was stopped cleanly. A start
 * on a copy of it takes half of the time of one on an empty folder.
 *
 *   await prepareFolder(join(folder, 'data'))
 *
 * It is made once and kept among the caches of node_modules, under a name that tells all that it was made from.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { pino } from 'pino'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { openPool } from '../db/pool.ts'
import { findInstalled } from '../db/postgres-binaries.ts'
import { migrateJobs } from '../queue/migrate.ts'
import { scratchFolder } from './scratch-folder.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const CACHE = join(ROOT, 'node_modules/.cache/parley-prepared')
const MIGRATIONS = join(ROOT, 'server/db/migrations')
/** Code that makes a database, beside the migrations. */
const MAKERS = [
  ...['cluster.ts', 'embedded.ts', 'migrate.ts'].map((name) => join(ROOT, 'server/db', name)),
  join(ROOT, 'server/queue/migrate.ts'),
  join(import.meta.dirname, 'prepared-folder.ts'),
]
/** Less to copy, and no waiting for a disk. */
const SETTINGS = { fsync: 'off', wal_recycle: 'off', autovacuum: 'off', 'pg_prewarm.autoprewarm': 'off' }
const DAY = 86_400_000

/** @param dataDir a folder that is not there yet */
export async function prepareFolder(dataDir: string): Promise<void> {
  const kept = join(CACHE, nameOf())
  if (!existsSync(kept)) return make(dataDir, kept)
  const now = new Date()
  utimesSync(kept, now, now)
  copy(kept, dataDir)
}

/** A folder of one's own with a prepared one in it. */
export async function preparedFolder(): Promise<{ dataDir: string; remove(): void }> {
  const folder = scratchFolder()
  const dataDir = join(folder, 'data')
  await prepareFolder(dataDir)
  return { dataDir, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A new name where anything differs that a database is made from. */
function nameOf(): string {
  const hash = createHash('sha256').update(`${process.getuid?.()}`)
  const packages = [join(findInstalled(), '../package.json'), join(ROOT, 'node_modules/graphile-worker/package.json')]
  const migrations = readdirSync(MIGRATIONS).map((name) => join(MIGRATIONS, name))
  for (const file of [...packages, ...MAKERS, ...migrations]) hash.update(file).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

async function make(dataDir: string, kept: string): Promise<void> {
  const folder = scratchFolder()
  try {
    const made = join(folder, 'data')
    const embedded = await startEmbedded({ dataDir: made, log: pino({ level: 'silent' }), settings: SETTINGS })
    const db = openPool(embedded.address, { max: 1 })
    await migrate(db)
    await migrateJobs(db, embedded.address)
    await db.end()
    await embedded.stop()
    copy(made, dataDir)
    if (mayKeep()) keep(made, kept)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Packages that another user installed are no place for a cache: each process makes its folder then. */
function mayKeep(): boolean {
  try {
    mkdirSync(CACHE, { recursive: true })
    accessSync(CACHE, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Other processes find it whole or not at all. */
function keep(dataDir: string, kept: string): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name)
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {}
    if (mtimeMs !== undefined && mtimeMs < Date.now() - DAY) rmSync(path, { recursive: true, force: true })
  }
  const draft = `${kept}.${process.pid}`
  copy(dataDir, draft)
  try {
    renameSync(draft, kept)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(kept)) throw error
  }
}

/** Files belong to the database's user, and stay so. */
const copy = (from: string, to: string) => execFileSync('cp', ['-Rp', from, to])

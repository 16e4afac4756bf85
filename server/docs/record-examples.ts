/**
 * Makes one request to each operation on a fresh demo workspace, and keeps what was asked and answered in
 * `examples.json` (`npm run docs:examples`), checked in; with `--check` nothing is written, and
 * examples that are out of date fail.
 */
// oxlint-disable-next-line import/no-unassigned-import -- it must come before all others
import './steady-randomness.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { openPool } from '../db/pool.ts'
import { migrateJobs } from '../queue/migrate.ts'
import { recordExamples } from './recorder.ts'

const file = join(import.meta.dirname, 'examples.json')
const dataDir = mkdtempSync(join(tmpdir(), 'parley-data-'))
const log = pino({ level: 'warn' })
const database = await startEmbedded({ dataDir, log })
try {
  const db = openPool(database.address)
  await migrate(db)
  await migrateJobs(db, database.address)
  const text = `${JSON.stringify(await recordExamples(db, log), null, 1)}\n`
  await db.end()
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) throw new Error('server/docs/examples.json: npm run docs:examples')
} finally {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

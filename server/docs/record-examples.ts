/**
 * Makes one request to each operation on a fresh demo workspace, and keeps what was asked and answered in
 * `examples.json` (`npm run docs:examples`), and the documented errors in `errors.json`, both checked in; with
 * `--check` nothing is written, and a file that is out of date fails.
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

const dataDir = mkdtempSync(join(tmpdir(), 'parley-data-'))
const log = pino({ level: 'warn' })
const database = await startEmbedded({ dataDir, log })
try {
  const db = openPool(database.address)
  await migrate(db)
  await migrateJobs(db, database.address)
  const examples = await recordExamples(db, log)
  await db.end()
  keep('examples.json', examples)
  // Modules of the rows draw ids when they are loaded; the ids of the examples come before them.
  const { recordErrors } = await import('./record-errors.ts')
  keep('errors.json', recordErrors())
} finally {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

function keep(name: string, value: object): void {
  const file = join(import.meta.dirname, name)
  const text = `${JSON.stringify(value, null, 1)}\n`
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) throw new Error(`server/docs/${name}: npm run docs:examples`)
}

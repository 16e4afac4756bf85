/**
 * Parley's speed as a ratio against its floor: the least that could do the same work on the same
 * database. Both run beside each other on one PostgreSQL, and are measured in turns in one run, so
 * that what else the machine does hits both. A row that misses its ratio ends the run with 1.
 *
 *   npm run bench                     every row, three rounds
 *   npm run bench -- --only reply     rows whose name has the word
 *   npm run bench -- --only events    reads while data events come in, against the same without
 *   npm run bench -- --seconds 5 --rounds 5 --connections 64
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { startEmbedded } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'
import { openPool } from '../server/db/pool.ts'
import { migrateJobs } from '../server/queue/migrate.ts'
import { measure, measureBeside, median } from './load.ts'
import { startProcess, type ServerProcess } from './process.ts'
import { isReached, printTable, type Row } from './report.ts'
import { rows } from './rows.ts'
import { seed } from './seed.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    contacts: { type: 'string', default: '10000' },
  },
})
const load = { seconds: Number(values.seconds), connections: Number(values.connections) }

const dataDir = mkdtempSync(join(tmpdir(), 'parley-bench-'))
const database = await startEmbedded({ dataDir, log: pino({ level: 'silent' }) })
const db = openPool(database.address)
const servers: ServerProcess[] = []
try {
  await migrate(db)
  await migrateJobs(db, database.address)
  const seeded = await seed(db, { contacts: Number(values.contacts) })
  const environment = { BENCH_DATABASE: JSON.stringify(database.address), BENCH_SEED: JSON.stringify(seeded) }
  const floor = await startProcess('bench/floor.ts', environment)
  servers.push(floor)
  const parley = await startProcess('bench/parley.ts', environment)
  servers.push(parley)
  const results: Row[] = []
  const chosen = rows(seeded).filter(({ name }) => name.includes(values.only))
  if (chosen.length === 0) throw new Error(`no row has "${values.only}" in its name`)
  for (const [at, row] of chosen.entries()) {
    console.log(`${at + 1} of ${chosen.length}: ${row.name}`)
    const base: number[] = []
    const ours: number[] = []
    const p99: number[] = []
    const beside: number[] = []
    for (let round = 0; round < Number(values.rounds); round++) {
      base.push((await measure(row.against === 'parley' ? parley.url : floor.url, row.base, load)).perSecond)
      const measured: { perSecond: number; p99: number; beside?: number } = row.beside
        ? await measureBeside(parley.url, row.ours, row.beside, load)
        : await measure(parley.url, row.ours, load)
      ours.push(measured.perSecond)
      p99.push(measured.p99)
      if (measured.beside !== undefined) beside.push(measured.beside)
    }
    const ratios = ours.map((value, round) => value / base[round]!)
    results.push({
      name: row.name,
      base: median(base),
      ours: median(ours),
      ratio: median(ratios),
      reach: row.reach,
      p99: median(p99),
      memory: await parley.memory(),
      ...(row.beside && { beside: { asked: row.beside.perSecond, answered: median(beside) } }),
    })
  }
  printTable(results, { ...load, rounds: Number(values.rounds) })
  if (!results.every(isReached)) process.exitCode = 1
} finally {
  await Promise.all(servers.map((server) => server.stop()))
  await db.end()
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

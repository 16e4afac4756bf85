/**
 * Parley's speed as a ratio against its floor: the least that could do the same work on the same
 * database. Both run beside each other on one PostgreSQL, and are measured in turns in one run, so
 * that what else the machine does hits both. Each round has new processes, which first answer 100,000
 * reads. A row that misses its ratio ends the run with 1, and so does a memory above its reach after
 * those reads.
 *
 *   npm run bench                     every row, three rounds
 *   npm run bench -- --only reply     rows whose name has the word
 *   npm run bench -- --only events    reads while data events come in, against the same without
 *   npm run bench -- --log            our server writes its line for each request into a file, the floor none
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
import { measure, measureBeside, median, sendAll } from './load.ts'
import { startProcess, type ServerProcess } from './process.ts'
import { isReached, isSmall, printTable, READS, type Row } from './report.ts'
import { rows, type Measured } from './rows.ts'
import { seed } from './seed.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '32' },
    contacts: { type: 'string', default: '10000' },
    log: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const load = { seconds: Number(values.seconds), connections: Number(values.connections) }

const dataDir = mkdtempSync(join(tmpdir(), 'parley-bench-'))
// A vacuum during a measurement would be paid by one of the two servers for both.
const database = await startEmbedded({ dataDir, log: pino({ level: 'silent' }), settings: { autovacuum: 'off' } })
const db = openPool(database.address)
try {
  await migrate(db)
  await migrateJobs(db, database.address)
  const seeded = await seed(db, { contacts: Number(values.contacts) })
  await db`vacuum (analyze)`
  const environment = {
    BENCH_DATABASE: JSON.stringify(database.address),
    BENCH_SEED: JSON.stringify(seeded),
    ...(values.log && { BENCH_LOG: 'yes' }),
  }
  const all = rows(seeded)
  const read = all.find(({ name }) => name === 'GET /contacts/{id}')!
  const chosen = all.filter(({ name }) => name.includes(values.only))
  if (chosen.length === 0) throw new Error(`no row has "${values.only}" in its name`)
  const takes = new Map<Measured, Take[]>(chosen.map((row) => [row, []]))
  const memory: number[] = []
  // This start compiles the modules for those that are measured.
  await (await startPair(environment)).stop()
  for (let round = 1; round <= rounds; round++) {
    console.log(`round ${round} of ${rounds}`)
    const pair = await startPair(environment)
    try {
      memory.push(await warm(pair, read))
      for (const row of chosen) takes.get(row)!.push(await take(pair, row))
    } finally {
      await pair.stop()
    }
  }
  const results = chosen.map((row) => summarise(row, takes.get(row)!))
  printTable(results, { ...load, rounds, memory: median(memory) })
  if (!results.every(isReached) || !isSmall(median(memory))) process.exitCode = 1
} finally {
  await db.end()
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

interface Pair {
  floor: ServerProcess
  parley: ServerProcess
  stop(): Promise<unknown>
}

/** Both in new processes: one process of the same code may be a sixth faster than another, from its start to its end. */
async function startPair(environment: Record<string, string>): Promise<Pair> {
  const floor = await startProcess('bench/floor.ts', environment)
  try {
    const parley = await startProcess('bench/parley.ts', environment)
    return { floor, parley, stop: () => Promise.all([floor.stop(), parley.stop()]) }
  } catch (error) {
    await floor.stop()
    throw error
  }
}

/** @returns bytes of our server's memory after its first reads */
async function warm({ floor, parley }: Pair, read: Measured): Promise<number> {
  await sendAll(floor.url, read.base, READS, load)
  await sendAll(parley.url, read.ours, READS, load)
  return parley.memory()
}

/** One round of a row. */
interface Take {
  base: number
  ours: number
  p99: number
  memory: number
  beside: number | undefined
}

/** Vacuums and writes a checkpoint, so that no measurement pays for the one before. */
async function settle(): Promise<void> {
  await db`vacuum`
  await db`checkpoint`
}

async function take({ floor, parley }: Pair, row: Measured): Promise<Take> {
  await settle()
  const base = await measure(row.against === 'parley' ? parley.url : floor.url, row.base, load)
  await settle()
  const ours: { perSecond: number; p99: number; beside?: number } = row.beside
    ? await measureBeside(parley.url, row.ours, row.beside, load)
    : await measure(parley.url, row.ours, load)
  const memory = await parley.memory()
  return { base: base.perSecond, ours: ours.perSecond, p99: ours.p99, memory, beside: ours.beside }
}

function summarise({ name, reach, beside }: Measured, takes: Take[]): Row {
  const of = (fact: (take: Take) => number) => median(takes.map(fact))
  return {
    name,
    base: of(({ base }) => base),
    ours: of(({ ours }) => ours),
    ratio: of(({ base, ours }) => ours / base),
    reach,
    p99: of(({ p99 }) => p99),
    memory: of(({ memory }) => memory),
    ...(beside && { beside: { asked: beside.perSecond, answered: of((one) => one.beside!) } }),
  }
}

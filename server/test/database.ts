/**
 * Databases for tests: one PostgreSQL for the whole process, with a migrated template, of which
 * every test file (or test) clones its own.
 *
 *   const { db, drop } = await cloneDatabase()
 *
 * TEST_DATABASE_URL names another server to use; its user must be allowed to create databases.
 */
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { DATABASE } from '../db/cluster.ts'
import { startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { migrateJobs } from '../queue/migrate.ts'
import { openPool, type DatabaseAddress, type Fragment, type Pool, type Transaction } from '../db/pool.ts'
import { atProcessEnd } from './endings.ts'
import { preparedFolder } from './prepared-folder.ts'

/** Writes an object into the columns that its keys name, as only tests may. */
interface AnyColumns {
  (row: object | readonly object[]): Fragment
}
export type TestTransaction = Transaction & AnyColumns
export type TestPool = Omit<Pool, 'begin'> &
  Pool &
  AnyColumns & { begin<T>(work: (tx: TestTransaction) => Promise<T>): Promise<T> }

export interface TestDatabase {
  db: TestPool
  address: DatabaseAddress
  drop(): Promise<void>
}

interface TestServer {
  /** Connected to a database that is not the template. */
  db: Pool
  address: DatabaseAddress
  template: string
  stop(): Promise<void>
}

// Rows need not survive the test that wrote them.
const CARELESS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '600',
  // Each database that is made or dropped has all buffers looked through.
  shared_buffers: '256MB',
  'pg_prewarm.autoprewarm': 'off',
}

let server: Promise<TestServer> | undefined

/** The server that all tests of this process share, started by whoever asks first. */
export function testServer(): Promise<TestServer> {
  return (server ??= startServer())
}

/** A database of one's own, as a fresh start leaves it. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { db: control, address, template } = await testServer()
  const name = `test_${randomBytes(6).toString('hex')}`
  await control.unsafe(`create database ${name} template ${template} strategy file_copy`)
  const own = withDatabase(address, name)
  const db = openPool(own, { forTests: true }) as TestPool
  return {
    db,
    address: own,
    async drop() {
      await db.end({ timeout: 1 })
      await control.unsafe(`drop database ${name} with (force)`)
    },
  }
}

async function stopTestServer(): Promise<void> {
  const stopping = server
  if (!stopping) return
  server = undefined
  await (await stopping).stop()
}

atProcessEnd(stopTestServer)

async function startServer(): Promise<TestServer> {
  const url = process.env['TEST_DATABASE_URL']
  return url === undefined ? startOwn() : useGiven(url)
}

/** A copy of a prepared folder, whose one migrated database is the template. */
async function startOwn(): Promise<TestServer> {
  const { dataDir, remove } = await preparedFolder()
  const embedded = await startEmbedded({ dataDir, log: pino({ level: 'silent' }), settings: CARELESS })
  const address = withDatabase(embedded.address, 'postgres')
  const db = openPool(address, { max: 4, name: 'parley tests' })
  return {
    db,
    address,
    template: DATABASE,
    async stop() {
      await db.end({ timeout: 1 })
      await embedded.stop()
      remove()
    },
  }
}

async function useGiven(url: string): Promise<TestServer> {
  const address = { url }
  const db = openPool(address, { max: 4, name: 'parley tests' })
  const template = `template_${randomBytes(6).toString('hex')}`
  await db.unsafe(`create database ${template}`)
  const pool = openPool(withDatabase(address, template), { max: 1 })
  await migrate(pool)
  await migrateJobs(pool, withDatabase(address, template))
  await pool.end()
  return {
    db,
    address,
    template,
    async stop() {
      await db.unsafe(`drop database ${template}`)
      await db.end({ timeout: 1 })
    },
  }
}

/** @returns the address of another database of the same server */
export function withDatabase(address: DatabaseAddress, database: string): DatabaseAddress {
  if (!('url' in address)) return { ...address, database }
  const url = new URL(address.url)
  url.pathname = `/${database}`
  return { url: url.href }
}

/** The database that the configuration means, migrated: the embedded one, or DATABASE_URL's. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { chooseDataFolder } from './db/data-folder.ts'
import { makeFolder } from './folder.ts'
import { findRunning, startEmbedded } from './db/embedded.ts'
import { isCurrent, migrate } from './db/migrate.ts'
import { migrateJobs } from './queue/migrate.ts'
import { ConnectionUrl } from './db/address.ts'
import { checkServer } from './db/check-server.ts'
import { openPool, type DatabaseAddress, type Pool, type PoolOptions } from './db/pool.ts'

export interface OpenDatabase {
  db: Pool
  address: DatabaseAddress
  dataDir: string
  /** Why the data folder is where it is, if that needs telling. */
  reason: string | undefined
  /** The migrations that had to be run. */
  migrated: string[]
  announce(url: string): void
  close(): Promise<void>
}

export interface OpenOptions {
  log: Logger
  /** Refuse a data folder that another process holds, instead of using the database that it runs. */
  exclusive?: boolean
  onLoss?: () => void
  pool?: PoolOptions
  /** Leave the database as it is: it is opened to be read. */
  readOnly?: boolean
}

interface Connection {
  address: DatabaseAddress
  announce?(url: string): void
  stop?(): Promise<void>
}

const CONNECT_MS = 8000
const CANNOT_CONNECT_NOW = '57P03'

/** Time that a start by another process may take. */
const PATIENCE = 30_000

export async function openDatabase(config: Config, options: OpenOptions): Promise<OpenDatabase> {
  const { path: dataDir, reason } = chooseDataFolder(config)
  const connection = await connect(config, dataDir, options)
  try {
    const migrated = await prepare(connection.address, options)
    const db = openPool(connection.address, options.pool)
    return {
      db,
      address: connection.address,
      dataDir,
      reason,
      migrated,
      announce: (url) => connection.announce?.(url),
      async close() {
        await db.end({ timeout: 5 })
        await connection.stop?.()
      },
    }
  } catch (error) {
    await connection.stop?.()
    throw explainConnect(error as Error, config)
  }
}

/** Migrations take as long as they take, so that they have a connection without deadlines. */
async function prepare(address: DatabaseAddress, { readOnly }: OpenOptions): Promise<string[]> {
  const db = openPool(address, { max: 1, connectMs: CONNECT_MS })
  try {
    await untilStarted(() => checkServer(db))
    if (readOnly) return await requireCurrent(db)
    const migrated = await migrate(db)
    await migrateJobs(db, address)
    return migrated
  } finally {
    await db.end({ timeout: 1 })
  }
}

/** A PostgreSQL that was started at the same time says so until it is ready. */
async function untilStarted(ask: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + CONNECT_MS
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      const { code } = ((error as Error).cause ?? {}) as { code?: string }
      if (code !== CANNOT_CONNECT_NOW || Date.now() > deadline) throw error
      await sleep(250)
    }
  }
}

async function connect(config: Config, dataDir: string, { log, exclusive, onLoss }: OpenOptions): Promise<Connection> {
  if (config.databaseUrl !== undefined) return { address: { url: config.databaseUrl } }
  makeFolder(dataDir)
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const running = exclusive ? undefined : findRunning(dataDir)
    if (!running) return startEmbedded({ dataDir, log, ...(onLoss && { onLoss }) })
    if (running.address) return { address: running.address }
    if (Date.now() > deadline)
      throw new Error(`process ${running.holder.pid} holds ${dataDir} and does not get its database up`)
    await sleep(50)
  }
}

async function requireCurrent(db: Pool): Promise<[]> {
  if (await isCurrent(db)) return []
  throw new Error('the database has no schema yet, or that of an older Parley; type: npx parley migrate')
}

function explainConnect(error: Error, { databaseUrl }: Config): Error {
  if (databaseUrl === undefined) return error
  // The address may hold a password.
  return new Error(`DATABASE_URL (${new ConnectionUrl(databaseUrl).shown}): ${error.message}`, { cause: error })
}

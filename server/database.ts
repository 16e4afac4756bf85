/** The database that the configuration means, migrated: the embedded one, or DATABASE_URL's. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { chooseDataFolder } from './db/data-folder.ts'
import { findRunning, startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { migrateJobs } from './queue/migrate.ts'
import { openPool, type DatabaseAddress, type Pool } from './db/pool.ts'

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
}

interface Connection {
  address: DatabaseAddress
  announce?(url: string): void
  stop?(): Promise<void>
}

/** How long a start by another process may take. */
const PATIENCE = 30_000

export async function openDatabase(config: Config, options: OpenOptions): Promise<OpenDatabase> {
  const { path: dataDir, reason } = chooseDataFolder(config)
  const connection = await connect(config, dataDir, options)
  const db = openPool(connection.address)
  const close = async () => {
    await db.end({ timeout: 5 })
    await connection.stop?.()
  }
  try {
    const migrated = await migrate(db)
    await migrateJobs(db, connection.address)
    return {
      db,
      address: connection.address,
      dataDir,
      reason,
      migrated,
      announce: (url) => connection.announce?.(url),
      close,
    }
  } catch (error) {
    await close()
    throw explainConnect(error as NodeJS.ErrnoException, config)
  }
}

async function connect(config: Config, dataDir: string, { log, exclusive, onLoss }: OpenOptions): Promise<Connection> {
  if (config.databaseUrl !== undefined) return { address: { url: config.databaseUrl } }
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

function explainConnect(error: NodeJS.ErrnoException, { databaseUrl }: Config): Error {
  if (databaseUrl === undefined || !error.code) return error
  // The address may hold a password.
  const { host, pathname } = new URL(databaseUrl)
  return new Error(`DATABASE_URL (${host}${pathname}): ${error.message || error.code}`, { cause: error })
}

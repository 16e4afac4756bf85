/** The tables that jobs are kept in: the worker library's own, in a schema of its own. */
import { Logger, runMigrations } from 'graphile-worker'
import { Pool as PgPool } from 'pg'
import type { DatabaseAddress, Pool } from '../db/pool.ts'

/** The worker library speaks through the other driver. Told of every connection that is lost. */
export function openPgPool(address: DatabaseAddress, max: number, onLoss: (error: Error) => void): PgPool {
  const pool =
    'url' in address
      ? new PgPool({ connectionString: address.url, max })
      : new PgPool({ host: address.socketDir, user: address.user, database: address.database, max })
  pool.on('error', onLoss)
  pool.on('connect', (client) => client.on('error', onLoss))
  return pool
}

/** Makes the tables where they are missing; the worker brings older ones up to date as it starts. */
export async function migrateJobs(db: Pool, address: DatabaseAddress): Promise<void> {
  const [schema] = await db`select from pg_namespace where nspname = 'graphile_worker'`
  if (schema) return
  let lost: Error | undefined
  const pgPool = openPgPool(address, 1, (error) => (lost = error))
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => {}) })
    if (lost) throw lost
  } finally {
    await pgPool.end()
  }
}

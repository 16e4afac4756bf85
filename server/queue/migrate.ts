/** The tables that jobs are kept in: the worker library's own, in a schema of its own. */
import { Logger, runMigrations } from 'graphile-worker'
import { Pool as PgPool } from 'pg'
import { clientConfig } from '../db/address.ts'
import type { DatabaseAddress, Pool } from '../db/pool.ts'

/** A connection that does not answer is given up, so that the worker goes on with another. */
const LIMITS = { connectionTimeoutMillis: 5000, query_timeout: 20_000, application_name: 'parley worker' }

/** The connections of the worker library. Told of every one that is lost. */
export function openPgPool(address: DatabaseAddress, max: number, onLoss: (error: Error) => void): PgPool {
  const pool = new PgPool({ ...clientConfig(address), max, ...LIMITS })
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

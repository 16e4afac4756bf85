/**
 * The connection to PostgreSQL. Queries are postgres.js tagged templates: values travel as
 * parameters, never as text.
 *
 * Column types as rows bring them: bigint → number (all ids stay below 2^53), timestamptz → Date,
 * json and jsonb → the value.
 */
import { availableParallelism } from 'node:os'
import type postgres from 'postgres'
import { driver } from './driver.ts'

type Types = { bigint: number }
export type Pool = postgres.Sql<Types>
export type Transaction = postgres.TransactionSql<Types>
/** Either the pool or an open transaction. */
export type Db = Pool | Transaction
/** A piece of SQL with its parameters, to stand inside another query. */
export type Fragment = postgres.PendingQuery<postgres.Row[]> | postgres.Helper<never>

/** Runs what writes more than one statement in the open transaction, or in one of its own. */
export const inTransaction = <T>(db: Db, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  ('savepoint' in db ? work(db) : db.begin(work)) as Promise<T>

/** Where PostgreSQL is: a URL, or the folder of its unix socket. */
export type DatabaseAddress = { url: string } | { socketDir: string; user: string; database: string }

/**
 * Connections for single statements, which are short. More than keep the cores busy take these from each other
 * and from the server, which then waits its turn for milliseconds, and each learns anew what the others
 * know: plans, and where pages lie in memory. Twice as many: the slowest hundredth took a sixth longer.
 */
const STATEMENTS = Math.min(16, Math.max(2, availableParallelism()))
/**
 * A connection is given some statements while it is at another, in one go, so that it need not wait for the next.
 * Those after them wait for whichever connection is free first, and not behind the slowest.
 */
const PIPELINE = 4
/** Those of what takes long: see `apart`. */
const LONG = 4
/** Those of transactions wait for each other's locks, and for the disk. */
const TRANSACTIONS = 10

export interface PoolOptions {
  /** How many connections of each kind at the most; with 1 there is one for all. */
  max?: number
  /** Shown by pg_stat_activity. */
  name?: string
}

export function openPool(address: DatabaseAddress, { max, name = 'parley' }: PoolOptions = {}): Pool {
  const options: postgres.Options<{ bigint: postgres.PostgresType<number> }> = {
    onnotice: () => {},
    connection: { application_name: name, TimeZone: 'UTC' },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
  }
  const open = (most: number, more: { max_pipeline?: number } = {}): Pool => {
    const all = { ...options, ...more, max: most }
    return 'url' in address
      ? driver(address.url, all)
      : driver({ ...all, host: address.socketDir, username: address.user, database: address.database })
  }
  if (max === 1) return open(1)
  const statements = open(max ?? STATEMENTS, { max_pipeline: PIPELINE })
  return withOthers(statements, { transactions: open(max ?? TRANSACTIONS), long: open(max ?? LONG) })
}

/** Runs statements that may take long on a connection that they have to themselves, so that no short one waits behind them. */
export async function apart<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  if (!('reserve' in db)) return work(db)
  const own = await db.reserve()
  try {
    return await work(own)
  } finally {
    own.release()
  }
}

/**
 * Under load postgres.js 3.4.9 may send a BEGIN behind other queries on a connection that it then
 * does not reserve (its issue 823): what comes next runs in a transaction that nobody commits. On
 * connections that do nothing but transactions, a BEGIN is always the only query.
 */
function withOthers(pool: Pool, { transactions, long }: { transactions: Pool; long: Pool }): Pool {
  const end = pool.end.bind(pool)
  return Object.assign(pool, {
    begin: transactions.begin,
    reserve: long.reserve,
    end: async (options?: { timeout?: number }) => {
      await Promise.all([end(options), transactions.end(options), long.end(options)])
    },
  })
}

/**
 * Builds fragments where no connection is at hand (a module's constant columns, a compiled
 * search). It never connects.
 */
export const fragment = driver({ host: '/nowhere', max: 1 })

/**
 * The connections to PostgreSQL, behind the tag that SQL is written with (sql.ts).
 *
 *   const db = openPool(address)
 *   const [row] = await db<ContactsRow[]>`select * from contacts where id = ${id}`
 *   await db.begin(async (tx) => { … })
 *
 * Single statements share a few connections, which take the next while they are at others. A transaction has a
 * connection to itself, and so has what takes long (`apart`). Where the database cannot be asked, they fail with
 * DatabaseUnavailable, and the next one opens a connection again.
 */
import { availableParallelism } from 'node:os'
import type { DatabaseAddress } from './address.ts'
import { Lanes } from './lanes.ts'
import { listen, type Listening } from './listener.ts'
import { StatementNames } from './names.ts'
import { Opener, type OutageLog } from './opener.ts'
import { Reserved } from './reserved.ts'
import type { SessionOptions } from './session.ts'
import { makeSql, type Sql } from './sql.ts'
import { runTransaction, type Transaction } from './transaction.ts'

export type { DatabaseAddress } from './address.ts'
export type { Transaction } from './transaction.ts'
/** A piece of SQL with its parameters, to stand inside another query. */
export type { Fragment } from './parts.ts'

type Work<T> = (tx: Transaction) => Promise<T>

interface Connected extends Sql {
  /** Runs a transaction, in a mode such as `isolation level repeatable read`. */
  begin<T>(work: Work<T>): Promise<T>
  begin<T>(mode: string, work: Work<T>): Promise<T>
}

export interface ReservedConnection extends Connected {
  release(): void
  /** Cuts the connection off: its running statement fails. */
  destroy(): void
}

export interface Pool extends Connected {
  /** A connection for one, in no transaction. */
  reserve(): Promise<ReservedConnection>
  /** @param connected called whenever listening begins; earlier notifications may have been missed */
  listen(channel: string, heard: (payload: string) => void, connected?: () => void): Promise<Listening>
  /** Ends when what runs is done, and after so many seconds at the latest. */
  end(options?: { timeout?: number }): Promise<void>
  /** For tests: `debug` is told of every statement. */
  readonly options: { debug: false | ((connection: number, text: string, values: readonly unknown[]) => void) }
}

/** The pool, or an open transaction. */
export type Db = Pool | Transaction

/** Runs what writes more than one statement in the open transaction, or in one of its own. */
export const inTransaction = <T>(db: Db, work: Work<T>): Promise<T> => ('savepoint' in db ? work(db) : db.begin(work))

/** Runs statements that may take long on a connection that they have to themselves, so that no short one waits behind them. */
export async function apart<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  if (!('reserve' in db)) return work(db)
  const own = await db.reserve()
  try {
    // It lacks what a pool has besides, which nobody who is given a Db may count on.
    return await work(own as unknown as Db)
  } finally {
    own.release()
  }
}

/** The most connections of each kind, besides one for each channel that is listened to. */
export interface PoolSize {
  /** For single statements. More than keep the cores busy take these from each other and from PostgreSQL. */
  statements: number
  transactions: number
  /** For what takes long. With none it shares those of transactions. */
  long: number
}

export interface PoolOptions {
  /** The most connections of each kind. */
  max?: number
  size?: PoolSize
  /** Shown by pg_stat_activity. */
  name?: string
  /** Deadline of a statement in ms; none by default. */
  statementMs?: number
  /** Time that a request waits for a connection that is being opened, in ms. */
  patienceMs?: number
  /** Deadline for opening a connection, in ms. */
  connectMs?: number
  /** Told when the database goes away, and comes back. */
  log?: OutageLog
  /** See SqlOptions. */
  forTests?: boolean
}

const SIZE: PoolSize = { statements: Math.min(8, Math.max(2, availableParallelism())), transactions: 10, long: 4 }
const CONNECT_MS = 10_000

export function openPool(address: DatabaseAddress, options: PoolOptions = {}): Pool {
  const { max, name = 'parley', statementMs, connectMs = CONNECT_MS, log, forTests = false } = options
  const { patienceMs = connectMs } = options
  const size = options.size ?? (max === undefined ? SIZE : { statements: max, transactions: max, long: 0 })
  const told: Pool['options'] = { debug: false }
  const session: SessionOptions = {
    address,
    name,
    statementMs,
    connectMs,
    names: new StatementNames(),
    watch: (text, values) => told.debug && told.debug(0, text, values),
  }
  const opener = new Opener(session, log)
  const patience = { patienceMs, queueMs: statementMs ?? Infinity }
  const lanes = new Lanes(opener, size.statements, patienceMs)
  const transactions = new Reserved(opener, size.transactions, patience)
  const long = size.long > 0 ? new Reserved(opener, size.long, patience) : transactions
  const listening = new Set<Listening>()

  async function begin<T>(...args: [Work<T>] | [string, Work<T>]): Promise<T> {
    const [mode, work] = args.length === 1 ? ['', args[0]] : args
    const session = await transactions.take()
    try {
      return await runTransaction(session, mode, work, { forTests })
    } finally {
      transactions.give(session)
    }
  }

  async function reserve(): Promise<ReservedConnection> {
    const session = await long.take()
    return Object.assign(
      makeSql((statement) => session.run(statement), { forTests }),
      {
        begin: <T>(...args: [Work<T>] | [string, Work<T>]) => {
          const [mode, work] = args.length === 1 ? ['', args[0]] : args
          return runTransaction(session, mode, work, { forTests })
        },
        release: () => long.give(session),
        destroy: () => session.destroy(),
      },
    )
  }

  async function end({ timeout }: { timeout?: number } = {}): Promise<void> {
    const kinds = [lanes, transactions, long]
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => kinds.forEach((kind) => kind.destroy()), timeout * 1000).unref()
    await Promise.all([...listening].map((one) => one.unlisten()))
    await Promise.all(kinds.map((kind) => kind.end()))
    clearTimeout(timer)
  }

  return Object.assign(
    makeSql((statement) => lanes.run(statement), { forTests }),
    {
      begin,
      reserve,
      async listen(channel: string, heard: (payload: string) => void, connected = () => {}) {
        const one = await listen(opener, channel, heard, connected)
        listening.add(one)
        return { unlisten: () => (listening.delete(one) ? one.unlisten() : Promise.resolve()) }
      },
      end,
      options: told,
    },
  )
}

/** Builds fragments where no connection is at hand (a module's constant columns, a compiled search). */
export const fragment: Sql = makeSql(() => Promise.reject(new Error('a fragment stands inside a query')))

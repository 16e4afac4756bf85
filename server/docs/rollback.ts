/**
 * A way to the database on which requests leave nothing behind: the recorder and the tests make each of them on the
 * demo workspace as it was filled in.
 */
import type { Pool, Transaction } from '../db/pool.ts'
import type { Rows } from '../db/rows.ts'
import { makeSql } from '../db/sql.ts'

export interface Undone {
  /** Give it to the server in place of the pool. */
  db: Pool
  /**
   * Does the work, and undoes all that it wrote, unless its result is to be kept. One at a time, or one inside of
   * another.
   */
  undo<T>(work: () => Promise<T>, keeps?: (result: T) => boolean): Promise<T>
}

/** Ends a transaction without committing it. */
class Rollback extends Error {}

/** @param forTests `db` takes what a pool for tests takes, and is spared the savepoints: a single statement may not fail */
export function undoneOn(pool: Pool, { forTests = false } = {}): Undone {
  let open: Transaction | undefined
  let last: Promise<unknown> = Promise.resolve()
  /** A statement of a pool fails alone, so it has a savepoint. They go one after the other: one undoes all after it. */
  const alone = makeSql(
    (statement) => {
      const { text, values } = statement
      if (forTests) return open!.unsafe(text, values) as Promise<unknown> as Promise<Rows>
      const answer = last.then(() => open!.savepoint((tx) => tx.unsafe(text, values).execute()))
      last = answer.catch(() => {})
      return answer as Promise<unknown> as Promise<Rows>
    },
    { forTests },
  )
  const begin = (...args: unknown[]) => {
    const work = args.at(-1) as (tx: Transaction) => Promise<unknown>
    return open ? open.savepoint(work) : pool.begin(work)
  }
  const db = new Proxy(pool, {
    apply: (_, __, args) => Reflect.apply((open ? alone : pool) as unknown as Function, undefined, args),
    // A pool has no savepoints, and a transaction nothing to reserve.
    has: (_, name) => Reflect.has(open ? alone : pool, name),
    get: (_, name) => (name === 'begin' ? begin : Reflect.get(open ? alone : pool, name)),
  })
  return {
    db,
    async undo(work, keeps = () => false) {
      const outer = open
      let done: { result: Awaited<ReturnType<typeof work>> } | undefined
      const run = async (tx: Transaction) => {
        open = tx
        try {
          done = { result: await work() }
        } finally {
          open = outer
        }
        if (!keeps(done.result)) throw new Rollback()
      }
      await (outer ? outer.savepoint(run) : pool.begin(run)).catch((error) => {
        if (!(error instanceof Rollback)) throw error
      })
      return done!.result
    },
  }
}

/**
 * A way to the database on which requests leave nothing behind: the recorder and the tests make each of them on the
 * demo workspace as it was filled in.
 */
import type { Pool, Transaction } from '../db/pool.ts'

export interface Undone {
  /** Give it to the server in place of the pool. */
  db: Pool
  /** Does the work, and undoes all that it wrote. One at a time. */
  undo<T>(work: () => Promise<T>): Promise<T>
}

/** Ends a transaction without committing it. */
class Rollback extends Error {}

export function undoneOn(pool: Pool): Undone {
  let open: Transaction | undefined
  const begin = (...args: unknown[]) => {
    const work = args.at(-1) as (tx: Transaction) => Promise<unknown>
    return open ? open.savepoint(work) : pool.begin(work)
  }
  const db = new Proxy(pool, {
    apply: (_, __, args) => Reflect.apply((open ?? pool) as unknown as Function, undefined, args),
    // A pool has no savepoints, and a transaction nothing to reserve.
    has: (_, name) => name !== 'savepoint' && Reflect.has(open ?? pool, name),
    get: (_, name) => (name === 'begin' ? begin : Reflect.get(open ?? pool, name)),
  })
  return {
    db,
    async undo(work) {
      let done: { result: Awaited<ReturnType<typeof work>> } | undefined
      const tried = pool.begin(async (tx) => {
        open = tx
        try {
          done = { result: await work() }
        } finally {
          open = undefined
        }
        throw new Rollback()
      })
      await tried.catch((error) => {
        if (!(error instanceof Rollback)) throw error
      })
      return done!.result
    },
  }
}

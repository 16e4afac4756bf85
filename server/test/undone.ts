/**
 * A server whose writes are undone: work runs in a transaction that is rolled back, and each transaction of the server
 * is a savepoint in it. A table makes a state once, and each row finds it as it was made.
 *
 *   const app = await undoableApp()
 *   await app.undone(async () => {
 *     const cell = await make()
 *     for (const row of rows) await app.undone(() => row.go(cell))
 *   })
 *
 * Requests are sent one after the other, and a statement outside of the server's own transactions does not fail. Neither locks nor notifications between connections can be tested with it.
 */
import { ensureMonths } from '../resources/data-events/months.ts'
import { testApp, type TestApp } from './app.ts'
import type { TestPool, TestTransaction } from './database.ts'

export interface UndoableApp extends TestApp {
  /**
   * Undoes all that the work writes to the database, unless its result is to be kept. The clock goes on, and so do
   * sequences.
   */
  undone: Undone
}

type Undone = <T>(work: () => Promise<T>, keeps?: (result: T) => boolean) => Promise<T>

const UNDO = new Error('undone')

export async function undoableApp(): Promise<UndoableApp> {
  let made: { db: TestPool; undone: Undone }
  const app = await testApp({
    own: true,
    through(pool) {
      made = undoable(pool as TestPool)
      return made.db
    },
  })
  // The first event of a month fails, which in a transaction nothing would follow.
  await ensureMonths(app.db, [app.clock.now()])
  return { ...app, ...made! }
}

function undoable(pool: TestPool): { db: TestPool; undone: Undone } {
  let open: TestTransaction | undefined
  const now = (): TestPool | TestTransaction => open ?? pool

  const sql = () =>
    Object.assign((...args: unknown[]) => (now() as (...args: unknown[]) => unknown)(...args), {
      json: (value: unknown) => now().json(value),
      unsafe: (...args: Parameters<TestPool['unsafe']>) => now().unsafe(...args),
      begin: (...args: [mode: string, work: never] | [work: never]): Promise<unknown> =>
        open ? open.savepoint(args.at(-1) as never) : pool.begin(...(args as [never])),
    })
  const db = Object.assign(sql(), {
    reserve: async () => (open ? Object.assign(sql(), { release() {}, destroy() {} }) : pool.reserve()),
    listen: pool.listen,
    end: pool.end,
    options: pool.options,
  }) as unknown as TestPool

  async function undone<T>(work: () => Promise<T>, keeps: (result: T) => boolean = () => false): Promise<T> {
    const outer = open
    let result: T
    const run = async (tx: unknown) => {
      open = tx as TestTransaction
      result = await work()
      if (!keeps(result)) throw UNDO
    }
    try {
      await (outer ? outer.savepoint(run) : pool.begin(run))
    } catch (error) {
      if (error !== UNDO) throw error
    } finally {
      open = outer
    }
    return result!
  }
  return { db, undone }
}

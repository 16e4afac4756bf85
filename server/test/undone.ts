/**
 * A server whose writes are undone (docs/rollback.ts): a table makes a state once, and each row finds it as it was made.
 *
 *   const app = await undoableApp()
 *   await app.undone(async () => {
 *     const cell = await make()
 *     for (const row of rows) await app.undone(() => row.go(cell))
 *   })
 *
 * Requests are sent one after the other, and a statement outside of the server's own transactions does not fail. The
 * clock and sequences go on. Neither locks nor notifications between connections can be tested with it.
 */
import { undoneOn, type Undone } from '../docs/rollback.ts'
import { ensureMonths } from '../resources/data-events/months.ts'
import { testApp, type TestApp } from './app.ts'
import type { TestPool } from './database.ts'

export interface UndoableApp extends TestApp {
  undone: Undone['undo']
}

export async function undoableApp(): Promise<UndoableApp> {
  let way: Undone | undefined
  const app = await testApp({ own: true, through: (pool) => (way = undoneOn(pool, { forTests: true })).db })
  // The first event of a month fails, which in a transaction nothing would follow.
  await ensureMonths(app.db, [app.clock.now()])
  return { ...app, db: way!.db as TestPool, undone: way!.undo }
}

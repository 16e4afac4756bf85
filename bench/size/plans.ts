/**
 * By which indexes the database answers each shape, on a size so small that it says nothing of
 * speed. What they are is kept in `plans.json`; `npm run bench:plans` writes it.
 */
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp } from '../../server/app.ts'
import { openPool, type DatabaseAddress, type Pool } from '../../server/db/pool.ts'
import { makeIndex } from '../../server/search/index/fold.ts'
import { memoryOf } from '../../server/search/index/memory.ts'
import { MODELS } from '../../server/search/index/models.ts'
import { testSecrets } from '../../server/test/app.ts'
import { statementsOf, waysOf, type Ways } from '../../server/test/plans.ts'
import { load } from './load/load.ts'
import { sizeOf } from './load/size.ts'
import { readFacts } from './shapes/facts.ts'
import type { Request } from './shapes/shape.ts'
import { shapesOf } from './shapes/shapes.ts'

export const PLANS_FILE = join(import.meta.dirname, 'plans.json')

const NOW = new Date('2026-01-15T12:00:00Z')

export interface ShapePlan extends Ways {
  name: string
}

/** @param database a fresh one, as `cloneDatabase` gives it */
export async function planShapes(database: { db: Pool; address: DatabaseAddress }): Promise<ShapePlan[]> {
  const loaded = await load(database.db, sizeOf('planned', 4000, 3), NOW, () => {})
  for (const model of Object.values(MODELS)) await makeIndex(database.db, loaded.workspaceId, model)
  await database.db`analyze`
  const shapes = shapesOf({ loaded, facts: await readFacts(database.db, loaded) })

  const db = openPool(database.address, { max: 1 })
  const log = pino({ level: 'silent' })
  const app = await buildApp({ db, log, clock: { now: () => NOW }, config: { limits: 'off' }, secrets: testSecrets })
  try {
    // Small tables are read whole with good reason: that must look as bad here as it is for large ones.
    await db`set enable_seqscan = off`
    const ask = async ({ method, path, body, version }: Request) => {
      const headers = { authorization: `Bearer ${loaded.token}`, ...(version && { 'intercom-version': version }) }
      const reply = await app.inject({ method, url: path, headers, ...(body && { payload: body }) })
      if (reply.statusCode !== 200) throw new Error(`${path}: ${reply.payload}`)
    }
    const plans: ShapePlan[] = []
    for (const { name, request } of shapes) {
      forgetWhatWasRead(db)
      const statements = await statementsOf(db, /^\s*(select|with)/, () => ask(request(0)))
      // Whose token it is, is asked every few seconds, whichever shape that falls to.
      const own = statements.filter(({ text }) => !text.includes('from tokens'))
      const { used, readWhole } = await waysOf(db, own)
      // The deltas of counts have no index, and are folded before they grow.
      plans.push({ name, used, readWhole: readWhole.filter((table) => table !== 'count_deltas') })
    }
    return plans
  } finally {
    await app.close()
    await db.end({ timeout: 1 })
  }
}

/** What is in memory is not asked of the database: each shape begins without, whichever came before it. */
function forgetWhatWasRead(db: Pool): void {
  for (const cache of Object.values(memoryOf(db))) cache.clear()
}

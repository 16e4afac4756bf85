/** Keeps by which indexes the shapes are answered now: `npm run bench:plans`, checked in. */
import { writeFileSync } from 'node:fs'
import { cloneDatabase, stopTestServer } from '../../server/test/database.ts'
import { PLANS_FILE, planShapes } from './plans.ts'

const database = await cloneDatabase()
try {
  const plans = await planShapes(database)
  const kept = Object.fromEntries(plans.map(({ name, used }) => [name, used.join(', ')]))
  writeFileSync(PLANS_FILE, `${JSON.stringify(kept, null, 2)}\n`)
} finally {
  await database.drop()
  await stopTestServer()
}

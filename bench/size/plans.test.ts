/** Of each shape: the indexes by which the database answers it are those that are kept. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { cloneDatabase, type TestDatabase } from '../../server/test/database.ts'
import { assertReadBy } from '../../server/test/plans.ts'
import { PLANS_FILE, planShapes, type ShapePlan } from './plans.ts'

const kept: Record<string, string> = JSON.parse(readFileSync(PLANS_FILE, 'utf8'))

describe('the database answers by its indexes', () => {
  let database: TestDatabase
  let plans: Map<string, ShapePlan>
  before(async () => {
    database = await cloneDatabase()
    plans = new Map((await planShapes(database)).map((plan) => [plan.name, plan]))
  })
  after(() => database.drop())

  test('all shapes that are measured, and no others', () => {
    assert.deepEqual([...plans.keys()], Object.keys(kept), 'npm run bench:plans')
  })

  for (const [name, indexes] of Object.entries(kept))
    test(name, () => assertReadBy(indexes.split(', '), plans.get(name)!))
})

import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { pino } from 'pino'
import { cloneDatabase, type TestDatabase } from '../test/database.ts'
import { atFileEnd } from '../test/endings.ts'
import { foldCounts, readCount, startFolding } from './counts.ts'

const WORKSPACE = 7
const log = pino({ level: 'silent' })

describe('counts', () => {
  let database: TestDatabase
  before(async () => {
    database = await cloneDatabase()
  })
  atFileEnd(() => database.drop())
  beforeEach(async () => {
    await database.db`truncate counts, count_deltas`
  })

  const add = (delta: number, name = 'contacts', workspace = WORKSPACE) =>
    database.db`insert into count_deltas (workspace_id, name, delta) values (${workspace}, ${name}, ${delta})`
  const total = (name = 'contacts') => readCount(database.db, WORKSPACE, name)
  const deltas = async () => (await database.db`select delta from count_deltas`).length

  test('a count of which nothing is known is zero', async () => assert.equal(await total(), 0))

  test('a total is the same before and after it is folded', async () => {
    await Promise.all([add(5), add(-2), add(1, 'companies'), add(100, 'contacts', 8)])
    assert.deepEqual([await total(), await total('companies')], [3, 1])
    assert.equal(await foldCounts(database.db), 3)
    assert.equal(await deltas(), 0)
    await add(-1)
    assert.deepEqual([await total(), await total('companies')], [2, 1])
    await foldCounts(database.db)
    assert.deepEqual([await total(), await total('companies')], [2, 1])
  })

  test('a delta that its transaction takes back is not counted', async () => {
    await add(4)
    await assert.rejects(
      database.db.begin(async (tx) => {
        await tx`insert into count_deltas (workspace_id, name, delta) values (${WORKSPACE}, 'contacts', 10)`
        await foldCounts(database.db)
        throw new Error('taken back')
      }),
    )
    await foldCounts(database.db)
    assert.equal(await total(), 4)
  })

  test('totals are exact while writers and folders run side by side', async () => {
    const WRITERS = 4
    const WRITES = 40
    const work = { done: false }
    const seen: number[] = []
    const folders = [1, 2].map(async () => {
      while (!work.done) await foldCounts(database.db)
    })
    const reader = (async () => {
      while (!work.done) seen.push(await total())
    })()
    // Each writer adds three and takes one away in one transaction, so no reader may see an odd total.
    const writer = async () => {
      for (let i = 0; i < WRITES; i++)
        await database.db.begin(async (tx) => {
          await tx`insert into count_deltas (workspace_id, name, delta) values (${WORKSPACE}, 'contacts', 3)`
          await tx`insert into count_deltas (workspace_id, name, delta) values (${WORKSPACE}, 'contacts', -1)`
        })
    }
    await Promise.all(Array.from({ length: WRITERS }, writer))
    work.done = true
    await Promise.all([...folders, reader])
    assert.equal(await total(), WRITERS * WRITES * 2)
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    )
    assert.ok(seen.every((value) => value % 2 === 0))
  })

  test('a process leaves folding to the one that is at it', async () => {
    await add(1)
    const other = await database.db.begin(async (tx) => {
      await tx`lock table counts in access exclusive mode`
      const held = foldCounts(database.db)
      const locks = () => tx`
        select from pg_locks join pg_database on pg_database.oid = database
        where locktype = 'advisory' and granted and datname = current_database()`
      while ((await locks()).length === 0);
      assert.equal(await foldCounts(database.db), 0)
      return { held }
    })
    assert.equal(await other.held, 1)
    assert.equal(await total(), 1)
  })

  test('folding goes on by itself until it is stopped', async () => {
    const folding = startFolding({ db: database.db, log, everyMs: 1 })
    await add(2)
    while ((await deltas()) > 0);
    await folding.stop()
    await add(3)
    await new Promise((resolve) => setTimeout(resolve, 20))
    assert.equal(await deltas(), 1)
    assert.equal(await total(), 5)
  })
})

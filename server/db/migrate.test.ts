import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, before, beforeEach, suite, test } from 'node:test'
import { cloneDatabase, type TestDatabase } from '../test/database.ts'
import { atFileEnd } from '../test/endings.ts'
import { migrate } from './migrate.ts'

suite('migrations', () => {
  let database: TestDatabase
  let folder: string
  before(async () => {
    database = await cloneDatabase()
    await database.db`drop schema public cascade`
  })
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parley-migrations-'))
    await database.db`create schema public`
    write('0001_first.sql', 'create table one (id int); insert into one values (1)')
    write('0002_second.sql', 'create table two (id int)')
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await database.db`drop schema public cascade`
  })
  atFileEnd(() => database.drop())

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const run = () => migrate(database.db, folder)

  test('all run once, in their order, and new ones after them', async () => {
    assert.deepEqual(await run(), ['0001_first.sql', '0002_second.sql'])
    assert.deepEqual(await run(), [])
    write('0003_third.sql', 'insert into one values (3)')
    assert.deepEqual(await run(), ['0003_third.sql'])
    assert.deepEqual([...(await database.db`select id from one`)], [{ id: 1 }, { id: 3 }])
  })

  test('processes that start at once run each migration once', async () => {
    const ran = await Promise.all([run(), run(), run()])
    assert.deepEqual(ran.flat().toSorted(), ['0001_first.sql', '0002_second.sql'])
  })

  test('one that fails leaves nothing behind, and those before it stay', async () => {
    write('0002_second.sql', 'create table two (id int); select 1 / 0')
    await assert.rejects(run, /^Error: migration 0002_second.sql failed: division by zero$/)
    const [row] = await database.db`select to_regclass('one') is not null as one, to_regclass('two') is not null as two`
    assert.deepEqual(row, { one: true, two: false })
  })

  test('a database from a newer Parley is refused', async () => {
    await run()
    rmSync(join(folder, '0002_second.sql'))
    await assert.rejects(run, /from a newer Parley \(it has migration 0002_second.sql\)/)
  })

  test('a migration that was edited after it ran is refused', async () => {
    await run()
    write('0001_first.sql', 'create table one (id bigint)')
    await assert.rejects(run, /migration 0001_first.sql is not what ran/)
  })
})

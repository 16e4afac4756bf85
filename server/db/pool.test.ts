import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cloneDatabase } from '../test/database.ts'
import { startProxy } from '../test/proxy.ts'
import { heavy, leftAfter } from '../test/young.ts'
import { until } from '../test/until.ts'
import { apart, fragment, openPool, type Db, type Pool } from './pool.ts'
import { DatabaseUnavailable, readAgain } from './unavailable.ts'

/** A database, and a pool on it of its own. */
async function opened(options: Parameters<typeof openPool>[1] = {}) {
  const { db, address, drop } = await cloneDatabase()
  const pool = openPool(address, options)
  return {
    db,
    pool,
    async [Symbol.asyncDispose]() {
      await pool.end({ timeout: 1 })
      await drop()
    },
  }
}

test('a transaction has a connection to itself, however many statements wait for one', async () => {
  await using scene = await opened({ max: 10 })
  const { pool } = scene
  const busy = Array.from({ length: 10 }, () => pool`select pg_sleep(0.1)`.execute())
  const sent = Array.from({ length: 1000 }, () => pool`select 1 as one`.execute())
  const begun = Array.from({ length: 30 }, () => pool.begin((tx) => tx`select 1 as one`))
  await Promise.all([...busy, ...sent, ...begun])
  const idle = await pool`
    select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`
  assert.equal(idle.length, 0)
})

test('no short statement waits for long ones that run apart', async () => {
  await using scene = await opened()
  const done: string[] = []
  const long = Array.from({ length: 12 }, () => apart(scene.pool, sleep).then(() => done.push('long')))
  await scene.pool`select 1 as one`.then(() => done.push('short'))
  await Promise.all(long)
  assert.deepEqual(done.slice(0, 2), ['short', 'long'])
})

const sleep = (db: Db) => db`select pg_sleep(0.2)`

test('a pool opens no more connections than its size', async () => {
  await using scene = await opened({ size: { statements: 2, transactions: 3, long: 1 }, name: 'sized' })
  const { pool, db } = scene
  await pool`select 1`
  await Promise.all([
    ...Array.from({ length: 40 }, () => pool`select pg_sleep(0.01)`),
    ...Array.from({ length: 20 }, () => pool.begin((tx) => tx`select pg_sleep(0.01)`)),
    ...Array.from({ length: 5 }, () => apart(pool, (own) => own`select pg_sleep(0.01)`)),
  ])
  const [open] = await db`select count(*) from pg_stat_activity where application_name = 'sized'`
  assert.equal(open!['count'], 6)
})

test('columns arrive as the values that the code works with', async () => {
  const { db, drop } = await cloneDatabase()
  const query = () => db`
    select '{}'::text[] as none, '{"}"}'::text[] as brace, array['a', 'b,c', ''] as some, '{{1},{2}}'::int[] as nested,
      array['66737783be0000c0de006dbe', 'ü', 'null'] as ids, array['NULL', null] as nulls,
      array[e'a\\u0001b', e'a\\\\b'] as odd, '{t,f}'::bool[] as booleans, '{7}'::bigint[] as numbers,
      9007199254740991::bigint as big, 1.5::float8 as float, '1.10'::numeric as exact, 't'::bool as yes,
      '2026-01-15T12:00:00.123Z'::timestamptz as at, '0044-03-15 BC'::date as early, '\\x00ff'::bytea as bytes,
      '{"a": [1]}'::jsonb as json, null::int as missing, 'x' as "a ' \\ \u2028 column", 'last' as "__proto__"`
  const expected = {
    none: [],
    brace: ['}'],
    some: ['a', 'b,c', ''],
    nested: [[1], [2]],
    ids: ['66737783be0000c0de006dbe', 'ü', 'null'],
    nulls: ['NULL', null],
    odd: ['a\u0001b', 'a\\b'],
    booleans: [true, false],
    numbers: [7],
    big: 9007199254740991,
    float: 1.5,
    exact: '1.10',
    yes: true,
    at: new Date('2026-01-15T12:00:00.123Z'),
    bytes: Buffer.from([0, 255]),
    json: { a: [1] },
    missing: null,
    "a ' \\ \u2028 column": 'x',
  }
  // Unprepared, prepared and described, and prepared with columns that are known.
  for (let time = 0; time < 6; time++) {
    const [row] = await query()
    const { early: _, ['__proto__']: proto, ...rest } = row!
    assert.equal(proto, 'last')
    assert.deepEqual(rest, expected)
  }
  await drop()
})

test('parameters keep their type', async () => {
  const { db, drop } = await cloneDatabase()
  const at = new Date('2026-01-15T12:00:00.123Z')
  const list = ['a"b', 'c\\d', '', 'NULL', 'e,f']
  const [row] = await db`
    select ${at} as at, ${true} as yes, ${Buffer.from([1, 2])} as bytes, ${list}::text[] as list, ${null}::int as none,
      ${[1, null, 3]}::int[] as numbers, ${[at]}::timestamptz[] as times, ${[1, 'two', { three: 3 }]}::jsonb as json,
      ${'text'}::jsonb as quoted, ${null}::jsonb is null as missing, ${db.json([])} = '[]' as empty`
  assert.deepEqual(row, {
    at,
    yes: true,
    bytes: Buffer.from([1, 2]),
    list,
    none: null,
    numbers: [1, null, 3],
    times: [at],
    json: [1, 'two', { three: 3 }],
    quoted: 'text',
    missing: true,
    empty: true,
  })
  await assert.rejects(async () => db`select ${[{ a: 1 }] as never}`, /JSON/)
  await assert.rejects(async () => db`select ${undefined as never}`, /undefined/)
  await drop()
})

test('an object is written into the columns that are named beside it, and into no others', async () => {
  await using scene = await opened()
  const { pool } = scene
  await pool`create table things (id int primary key, name text default 'nameless', tags jsonb, secret text)`
  const body = JSON.parse('{"id": 1, "name": "one", "tags": [], "secret": "theirs"}') as { id: number; name: string }
  await pool`insert into things ${pool(body, 'id', 'name')}`
  await pool`insert into things ${pool(
    [
      { id: 2, tags: ['x'] },
      { id: 3, name: 'three' },
    ] as Thing[],
    'id',
    'name',
    'tags',
  )}`
  await pool`update things set ${pool(body, 'name', 'id')} where id in ${pool([1, 3])} and ${fragment`id < ${2}`}`
  assert.deepEqual(
    [...(await pool`select * from ${pool('things')} order by id`)],
    [
      { id: 1, name: 'one', tags: null, secret: null },
      { id: 2, name: 'nameless', tags: ['x'], secret: null },
      { id: 3, name: 'three', tags: null, secret: null },
    ],
  )
  assert.equal((await pool`select from things where id in ${pool([])}`).length, 0)
  const names: string[] = Object.keys(body)
  // @ts-expect-error names that are only known when it runs
  assert.ok(pool(body, ...names))
  // @ts-expect-error no names
  assert.throws(() => pool(body), /names of its columns/)
  // @ts-expect-error `name` is forgotten
  assert.ok(pool(body, 'id'))
})

interface Thing {
  id: number
  name?: string
  tags?: unknown
}

const insert = (db: Db, n: number) => db`insert into numbers values (${n})`

test('a failed statement fails its transaction, though its failure is caught; within a savepoint it does not', async () => {
  await using scene = await opened()
  const { pool } = scene
  await pool`create table numbers (n int primary key)`
  const caught = pool.begin(async (tx) => {
    await insert(tx, 1)
    await insert(tx, 1).catch(() => {})
  })
  await assert.rejects(caught, /duplicate key/)
  const together = pool.begin((tx) => Promise.all([insert(tx, 1), insert(tx, 1), insert(tx, 2)]))
  await assert.rejects(together, /duplicate key/)
  await pool.begin(async (tx) => {
    await insert(tx, 3)
    await assert.rejects(
      tx.savepoint(async (inner) => {
        await insert(inner, 4)
        await insert(inner, 3)
      }),
      /duplicate key/,
    )
  })
  assert.deepEqual(
    (await pool`select n from numbers`).map(({ n }) => n),
    [3],
  )
  await assert.rejects(
    pool.begin('read only', (tx) => insert(tx, 5)),
    /read-only transaction/,
  )
})

test('a table that changes does not break statements that are prepared', async () => {
  await using scene = await opened({ max: 1 })
  const { pool, db } = scene
  await pool`create table changing (a int)`
  await pool`insert into changing values (1)`
  const read = () => pool`select * from changing where a = ${1}`
  for (let time = 0; time < 5; time++) await read()
  await db`alter table changing add b text default 'b'`
  assert.deepEqual({ ...(await read())[0] }, { a: 1, b: 'b' })
  await db`alter table changing alter a type bigint`
  await Promise.all([read(), read(), read()])
  assert.deepEqual({ ...(await read())[0] }, { a: 1, b: 'b' })
})

test('a young collection frees what queries brought', async () => {
  const { db, drop } = await cloneDatabase()
  const query = async () => {
    const rows = await db`select 1 as one, ${'x'}::text as two`
    Object.assign(rows, { held: heavy() })
  }
  await leftAfter(50, query)
  const left = await leftAfter(200, query)
  assert.ok(left < 1_000_000, `${left} bytes of 3.2 MB are left`)
  await drop()
})

const endAll = (db: Pool, name: string) => db`
  select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${name}`

test('a statement on a lost connection fails as lost, and succeeds when it is sent again', async () => {
  await using scene = await opened({ name: 'ended' })
  const { pool, db } = scene
  await pool`create table written (n int)`
  const sleeping = [pool`select pg_sleep(10)`.execute(), pool.begin((tx) => tx`select pg_sleep(10)`)]
  const lost = sleeping.map((asked) =>
    assert.rejects(asked, (error) => error instanceof DatabaseUnavailable && error.code === 'CONNECTION_LOST'),
  )
  await pool.begin(async (tx) => void (await tx`insert into written values (1)`))
  // Either of the two may be about to connect.
  const asleep = () => db`
    select pid from pg_stat_activity
    where application_name = 'ended' and state = 'active' and query like 'select pg_sleep%'`
  await until(async () => (await asleep()).length === sleeping.length)
  await endAll(db, 'ended')
  await Promise.all(lost)
  const read = () => pool.begin((tx) => tx`select n from written`)
  assert.equal((await readAgain(async () => pool`select n from written`)).length, 1)
  assert.equal((await readAgain(read)).length, 1)
})

const undone = (error: unknown) => (error as DatabaseUnavailable).undone

test('a transaction that is lost before its commit is known to be undone, a statement is not', async () => {
  await using scene = await opened({ name: 'undone' })
  const { pool, db } = scene
  const begun = pool.begin(async (tx) => {
    await tx`create table gone (n int)`
    await endAll(db, 'undone')
    await tx`select 1`
  })
  assert.equal(await begun.catch(undone), true)
  const statement = pool`select pg_sleep(10)`.catch(undone)
  const endSleep = () => db`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'undone' and query like 'select pg_sleep%'`
  while ((await endSleep()).length === 0);
  assert.equal(await statement, false)
})

test('a statement that takes too long ends, and so does one whose answer never comes', async () => {
  const { address, drop } = await cloneDatabase()
  const proxy = await startProxy(address)
  const pool = openPool(proxy.address, { statementMs: 300, patienceMs: 300 })
  await assert.rejects(pool`select pg_sleep(10)`, /statement timeout/)
  proxy.break('stall')
  const began = performance.now()
  await assert.rejects(pool`select 1`, { code: 'CONNECTION_DEADLINE' })
  assert.ok(performance.now() - began < 3000)
  assert.equal((await pool`select 1 as one`)[0]!['one'], 1)
  await pool.end({ timeout: 0 })
  proxy.stop()
  await drop()
})

test('where nothing listens, what is asked fails at once', async () => {
  const pool = openPool({ url: 'postgres://parley@127.0.0.1:1/parley' })
  const began = performance.now()
  await assert.rejects(pool`select 1`, { code: 'CONNECT_FAILED' })
  await assert.rejects(
    pool.begin((tx) => tx`select 1`),
    { code: 'CONNECT_FAILED' },
  )
  assert.ok(performance.now() - began < 5000) // half of the time in which a connection must open
  await pool.end()
})

test('a channel is listened to again after its connection was lost', async () => {
  await using scene = await opened({ name: 'listening' })
  const { pool, db } = scene
  const heard: string[] = []
  let connected = 0
  const listening = await pool.listen(
    'news',
    (text) => void heard.push(text),
    () => void connected++,
  )
  await db`select pg_notify('news', 'one')`
  await until(() => heard.length === 1)
  await endAll(db, 'listening')
  await until(() => connected === 2)
  await db`select pg_notify('news', 'two')`
  await until(() => heard.length === 2)
  assert.deepEqual(heard, ['one', 'two'])
  await listening.unlisten()
})

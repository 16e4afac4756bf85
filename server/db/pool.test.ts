import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cloneDatabase } from '../test/database.ts'
import { apart, openPool, type Db } from './pool.ts'

test('a transaction has a connection of its own, however many queries wait for one', async () => {
  const { address, drop } = await cloneDatabase()
  const db = openPool(address, { max: 10 })
  try {
    await Promise.all(Array.from({ length: 10 }, () => db`select pg_sleep(0.05)`))
    // Ten connections, each sent about a hundred queries ahead: some of the transactions come last of them.
    for (const ahead of [980, 990, 1000]) {
      const busy = Array.from({ length: 10 }, () => db`select pg_sleep(0.1)`.execute())
      const sent = Array.from({ length: ahead }, () => db`select 1 as one`.execute())
      const begun = Array.from({ length: 30 }, () => db.begin((tx) => tx`select 1 as one`))
      await Promise.all([...busy, ...sent, ...begun])
    }
    const idle = await db`
      select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`
    assert.deepEqual(
      idle.map(({ state }) => state),
      [],
    )
  } finally {
    await db.end()
    await drop()
  }
})

test('no short statement waits for those that take long', async () => {
  const { address, drop } = await cloneDatabase()
  const db = openPool(address)
  try {
    const done: string[] = []
    const long = Array.from({ length: 12 }, () => apart(db, sleep).then(() => done.push('long')))
    await db`select 1 as one`.then(() => done.push('short'))
    await Promise.all(long)
    assert.deepEqual(done.slice(0, 2), ['short', 'long'])
  } finally {
    await db.end()
    await drop()
  }
})

const sleep = (db: Db) => db`select pg_sleep(0.2)`

/** Long jobs have a runner of their own: however many there are, short ones run in time. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { systemClock as clock } from './clock.ts'
import { CONNECTIONS, LONG_JOBS, shareConnections } from './db/connections.ts'
import { openPool } from './db/pool.ts'
import { createWorkspace } from './provision/workspace.ts'
import { createToken } from './resources/tokens/access-tokens.ts'
import { cloneDatabase } from './test/database.ts'
import { atFileEnd } from './test/endings.ts'
import { until } from './test/until.ts'
import { CONCURRENCY, startJobs } from './worker.ts'

// Its tables are locked, which no other test may suffer from.
const { address, db, drop } = await cloneDatabase()
const log = pino({ level: 'silent' })
const app = await buildApp({ db, clock, log, config: { limits: 'off' } })
/** As few connections as a process may have. */
const shares = shareConnections(CONNECTIONS.least)
atFileEnd(async () => {
  await app.close()
  await drop()
})

async function scene() {
  const name = randomBytes(6).toString('hex')
  const owner = { name, ownerName: 'Olive', ownerEmail: 'olive@example.com', clock }
  const { id, ownerId } = await createWorkspace(db, owner)
  const { token } = await createToken(db, id, { adminId: ownerId, name, now: clock.now() })
  const headers = { authorization: `Bearer ${token}`, 'intercom-version': 'Preview' }
  const send = async (method: 'GET' | 'POST', url: string, payload?: object) =>
    (await app.inject({ method, url, headers, ...(payload && { payload }) })).json()
  return {
    ownerId,
    get: (url: string) => send('GET', url),
    post: (url: string, body: object) => send('POST', url, body),
  }
}

type Post = (url: string, body: object) => Promise<any>
const second = () => Math.floor(clock.now().getTime() / 1000)

/** Jobs by the table that they wait for, which a conversation that wakes does not touch. */
const LONG: [string, string, (post: Post) => Promise<unknown>][] = [
  [
    'exports',
    'banner_views',
    (post) => post('/export/content/data', { created_at_after: second() - 60, created_at_before: second() + 60 }),
  ],
  ['bulk jobs', 'companies', (post) => post('/companies/bulk', { companies: [{ company_id: 'acme', name: 'Acme' }] })],
]

for (const [what, table, submit] of LONG)
  test(`a snoozed conversation wakes while more ${what} run without an end than there are workers`, async () => {
    const { ownerId, get, post } = await scene()
    const contact = await post('/contacts', { external_id: 'sleeper' })
    const { conversation_id } = await post('/conversations', { from: { type: 'user', id: contact.id }, body: 'Hello' })
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
    const locked = Promise.withResolvers<void>()
    const holding = db.begin(async (tx) => {
      await tx.unsafe(`lock table ${table} in access exclusive mode`)
      locked.resolve()
      await held
    })
    await locked.promise
    for (let n = 0; n < CONCURRENCY + LONG_JOBS; n++) await submit((await scene()).post)
    const jobsDb = openPool(address, { size: shares.jobs })
    const jobs = await startJobs({
      address,
      db: jobsDb,
      clock,
      log,
      connections: shares.worker,
      alone: true,
      stopMs: 200,
    })
    try {
      await until(async () => {
        const waiting = await db`select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`
        return waiting.length >= LONG_JOBS
      })
      const snoozed_until = second() + 1
      const snooze = { message_type: 'snoozed', admin_id: ownerId, snoozed_until }
      const snoozed = await post(`/conversations/${conversation_id}/parts`, snooze)
      assert.equal(snoozed.state, 'snoozed')
      await until(async () => (await get(`/conversations/${conversation_id}`)).state === 'open')
    } finally {
      letGo()
      await holding
      await jobs.stop()
      await jobsDb.end({ timeout: 1 })
    }
  })

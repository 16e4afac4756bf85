/** A stop is quick whatever the jobs are at, and loses none of them. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { systemClock as clock } from './clock.ts'
import { createWorkspace } from './provision/workspace.ts'
import { createToken } from './resources/tokens/access-tokens.ts'
import { cloneDatabase } from './test/database.ts'
import { atFileEnd } from './test/endings.ts'
import { until } from './test/until.ts'
import { startJobs } from './worker.ts'

// Its tables are locked, which no other test may suffer from.
const { address, db, drop } = await cloneDatabase()
const log = pino({ level: 'silent' })
const app = await buildApp({ db, clock, log, config: { limits: 'off' } })
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
    id,
    get: (url: string) => send('GET', url),
    post: (url: string, body: object) => send('POST', url, body),
  }
}

/** Writers of a table wait, and readers, until it is let go. */
async function hold(table: string): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const done = db.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in access exclusive mode`)
    held.resolve()
    await promise
  })
  await held.promise
  return async () => {
    resolve()
    await done
  }
}

const somebodyWaits = () =>
  until(async () => {
    const waiting = await db`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    return waiting.length > 0
  })

/** Stops the worker while a job waits for a table, and starts it again afterwards. */
async function stopAmid(
  table: string,
  stopMs: number,
  submit: () => Promise<unknown>,
  restarted: () => Promise<unknown>,
) {
  const options = { address, db, clock, log, alone: true, stopMs }
  const jobs = await startJobs(options)
  const letGo = await hold(table)
  let took: number
  try {
    await submit()
    await somebodyWaits()
    const began = performance.now()
    await jobs.stop()
    took = performance.now() - began
  } finally {
    await letGo()
  }
  const again = await startJobs(options)
  await restarted()
  await again.stop()
  return took
}

test('an export that runs is not waited for; it begins anew after the next start, and was no attempt', async () => {
  const { get, id, post } = await scene()
  const now = Math.floor(clock.now().getTime() / 1000)
  const contact = await post('/contacts', { external_id: 'reader' })
  await post('/conversations', { from: { type: 'user', id: contact.id }, body: 'Hello' })
  let job = ''
  const took = await stopAmid(
    'thread_parts',
    30_000,
    async () => {
      const made = await post('/export/reporting_data/enqueue', {
        dataset_id: 'consolidated_conversation_part',
        attribute_ids: ['action_id'],
        start_time: now - 10,
        end_time: now + 60,
      })
      job = made.job_identifier
    },
    () => until(async () => (await get(`/export/reporting_data/${job}`)).status === 'complete'),
  )
  assert.ok(took < 3000, `${took} ms`)
  const kept = await db`
    select attempts, (select count(*)::int from files where workspace_id = ${id}) as files
    from exports where workspace_id = ${id}`
  assert.deepEqual([...kept], [{ attempts: 1, files: 1 }])
})

test('a bulk job stops between two items, and does the others after the next start', async () => {
  const { get, post } = await scene()
  const options = { address, db, clock, log, alone: true }
  const jobs = await startJobs(options)
  const contacts = Array.from({ length: 100 }, (_, n) => ({ external_id: `p${n}` }))
  const path = `/contacts/bulk/${(await post('/contacts/bulk', { contacts })).id}`
  const made = async () => (await get('/contacts')).total_count
  await until(async () => (await made()) > 0)
  await jobs.stop()
  assert.equal((await get(path)).state, 'running')
  assert.ok((await made()) < 100)
  const again = await startJobs(options)
  await until(async () => (await get(path)).state === 'completed')
  await again.stop()
  assert.equal(await made(), 100)
})

test('a job that does not hear of the stop is cut off after a bounded time, and runs again after the next start', async () => {
  const { get, post } = await scene()
  const took = await stopAmid(
    'contacts',
    200,
    () => post('/contacts/bulk', { contacts: [{ external_id: 'late' }] }),
    () => until(async () => (await get('/contacts')).total_count === 1),
  )
  assert.ok(took < 3000, `${took} ms`)
})

/** A stop is quick whatever the jobs are at, and loses none of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jobsScene } from './test/jobs-scene.ts'
import { until } from './test/until.ts'
import { startJobs } from './worker.ts'

const { address, db, clock, log, workspace, hold, untilWaiting } = await jobsScene()

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
    await untilWaiting(1)
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

test('a stop does not wait for an export, which restarts after the next start without an attempt counted', async () => {
  const { get, id, post } = await workspace()
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
  assert.ok(took < 15_000, `${took} ms`)
  const kept = await db`
    select attempts, (select count(*)::int from files where workspace_id = ${id}) as files
    from exports where workspace_id = ${id}`
  assert.deepEqual([...kept], [{ attempts: 1, files: 1 }])
})

test('a bulk job stops between two items, and does the others after the next start', async () => {
  const { get, post } = await workspace()
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
  const { get, post } = await workspace()
  const took = await stopAmid(
    'contacts',
    200,
    () => post('/contacts/bulk', { contacts: [{ external_id: 'late' }] }),
    () => until(async () => (await get('/contacts')).total_count === 1),
  )
  assert.ok(took < 15_000, `${took} ms`)
})

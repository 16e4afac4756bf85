/** Long jobs are shared out between workspaces. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CONNECTIONS, LONG_JOBS, shareConnections } from './db/connections.ts'
import { openPool } from './db/pool.ts'
import { jobsScene } from './test/jobs-scene.ts'
import { until } from './test/until.ts'
import { startJobs } from './worker.ts'

const { address, clock, db, log, workspace, hold, untilWaiting } = await jobsScene()
const shares = shareConnections(CONNECTIONS.least)

type Workspace = Awaited<ReturnType<typeof workspace>>
const importCompany = ({ post }: Workspace) =>
  post('/companies/bulk', { companies: [{ company_id: 'acme', name: 'Acme' }] })
const second = () => Math.floor(clock.now().getTime() / 1000)
const exportContent = async ({ post }: Workspace): Promise<string> =>
  (await post('/export/content/data', { created_at_after: second() - 60, created_at_before: second() + 60 }))
    .job_identifier
const statusOf = async ({ get }: Workspace, job: string) => (await get(`/export/content/data/${job}`)).status

async function withJobs(work: () => Promise<void>): Promise<void> {
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
    await work()
  } finally {
    await jobs.stop()
    await jobsDb.end({ timeout: 1 })
  }
}

test('an export of a workspace runs while another has many long jobs that do not end', async () => {
  const [busy, other] = [await workspace(), await workspace()]
  const letGo = await hold('companies', 'share')
  for (let n = 0; n < LONG_JOBS * 3; n++) await importCompany(busy)
  await withJobs(async () => {
    try {
      await untilWaiting(1)
      const job = await exportContent(other)
      await until(async () => (await statusOf(other, job)) === 'no_data')
    } finally {
      await letGo()
    }
  })
})

test('a workspace with one long job waits for one of each other at the most, whatever they have handed in before', async () => {
  const many = [await workspace(), await workspace(), await workspace()]
  for (const one of many) for (let n = 0; n < 4; n++) await exportContent(one)
  const last = await workspace()
  const job = await exportContent(last)
  const order = async () =>
    db<{ workspace_id: number }[]>`
      select workspace_id from exports where workspace_id = any(${[...many, last].map(({ id }) => id)}::bigint[])
        and completed_at is not null order by completed_at, id`
  await withJobs(async () => {
    await until(async () => (await order()).length === 13)
    const place = (await order()).findIndex(({ workspace_id }) => workspace_id === last.id)
    // One of each, and those that had begun.
    assert.ok(place <= many.length + LONG_JOBS, `${place}`)
    assert.equal(await statusOf(last, job), 'no_data')
  })
})

test('every job of a long task that a workspace hands in waits in its queue', async () => {
  const one = await workspace()
  await exportContent(one)
  await importCompany(one)
  const jobs = await db`
    select task_identifier, queue_name from graphile_worker.jobs where key like ${`%:${one.id}:%`} order by 1`
  assert.deepEqual(
    jobs.map(({ task_identifier, queue_name }) => [task_identifier, queue_name]),
    [
      ['run_bulk_job', `long ${one.id}`],
      ['run_export', `long ${one.id}`],
    ],
  )
})

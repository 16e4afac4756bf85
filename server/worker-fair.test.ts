/** Long jobs are shared out between workspaces. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LONG_JOBS } from './db/connections.ts'
import { tasks } from './tasks.ts'
import { jobsScene } from './test/jobs-scene.ts'
import { until } from './test/until.ts'

const { clock, db, workspace, hold, untilWaiting, withJobs } = await jobsScene()

type Workspace = Awaited<ReturnType<typeof workspace>>
const importCompany = ({ post }: Workspace) =>
  post('/companies/bulk', { companies: [{ company_id: 'acme', name: 'Acme' }] })
const second = () => Math.floor(clock.now().getTime() / 1000)
const exportContent = async ({ post }: Workspace): Promise<string> =>
  (await post('/export/content/data', { created_at_after: second() - 60, created_at_before: second() + 60 }))
    .job_identifier
const statusOf = async ({ get }: Workspace, job: string) => (await get(`/export/content/data/${job}`)).status

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

/** Requests that hand in a job of each long task. */
const HAND_IN: Record<string, (one: Workspace) => Promise<unknown>> = {
  run_export: exportContent,
  run_bulk_job: importCompany,
  hand_over: async ({ post, remove }) => remove(`/parley/teams/${(await post('/parley/teams', { name: 'Away' })).id}`),
  hand_over_fin_sessions: async ({ post, remove }) => {
    const steps = [{ type: 'answer', body: 'Never said' }]
    const { id } = await post('/parley/procedures', { title: 'Refunds', state: 'live', steps })
    await post(`/fin/procedures/${id}/run`, { conversation_id: 'begun', user: { id: 'user' } })
    await remove(`/parley/procedures/${id}`)
  },
}

test('every job of a long task that a workspace hands in waits in its queue', async () => {
  const handedIn = tasks.filter(({ long, every }) => long && every === undefined).map(({ name }) => name)
  assert.deepEqual(Object.keys(HAND_IN).toSorted(), handedIn.toSorted())
  for (const [name, handIn] of Object.entries(HAND_IN)) {
    const one = await workspace()
    await handIn(one)
    const jobs = await db<{ queue_name: string }[]>`
      select j.queue_name from graphile_worker.jobs j where j.task_identifier = ${name} order by j.id desc limit 1`
    assert.deepEqual(
      jobs.map(({ queue_name }) => queue_name),
      [`long ${one.id}`],
      name,
    )
  }
})

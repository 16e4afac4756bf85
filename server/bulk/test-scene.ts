/** Fixture for tests of bulk jobs: a workspace, and the worker's part done by hand. */
import { runBulkJobs } from '../tasks.ts'
import type { Pool } from '../db/pool.ts'
import type { Reply, TestApp } from '../test/app.ts'
import { jobNumber } from './job.ts'

export async function bulkScene(app: TestApp) {
  const workspace = await app.createWorkspace()
  const client = app.client({ version: 'Preview', token: workspace.token })
  const payloadOf = (job: Reply) => ({ workspace_id: workspace.id, job_id: jobNumber(job.body.id)! })
  const run = (job: Reply, db: Pool = app.db) => runBulkJobs.run({ db, clock: app.clock }, payloadOf(job))
  return {
    workspace,
    client,
    run,
    /** The job as it stands when the worker is done with it. */
    async finished(job: Reply): Promise<any> {
      if (job.status !== 202) throw new Error(job.text)
      await run(job)
      return (await client.get(new URL(job.body.url).pathname)).body
    },
    /** Refusals by the item's position in its task. */
    refused: () => app.db<{ position: number; error_code: string; error_message: string }[]>`
      select position, error_code, error_message from bulk_items
      where workspace_id = ${workspace.id} and error_code is not null order by task_id, position`,
    topics: async () =>
      (await app.db`select topic from events where workspace_id = ${workspace.id} order by id`).map(
        ({ topic }) => topic as string,
      ),
    /** The jobs that wait for the worker. */
    queued: () => app.db<{ key: string; task_identifier: string }[]>`
      select key, task_identifier from graphile_worker.jobs where key like ${`bulk:${workspace.id}:%`}`,
  }
}

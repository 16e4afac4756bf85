/** The bulk jobs that brought the customers in, long done. */
import type { Db } from '../db/pool.ts'
import { COMPANIES } from './company.ts'
import type { Staff } from './insert-staff.ts'
import { PEOPLE } from './people.ts'

const DAY = 86_400_000
const SECOND = 1000

export async function insertJobs(db: Db, workspace_id: number, { admins }: Staff, now: Date): Promise<void> {
  const begun = new Date(now.getTime() - 60 * DAY)
  for (const [resource, of] of Object.entries({ contacts: PEOPLE, companies: COMPANIES })) {
    const done = new Date(begun.getTime() + 2 * SECOND)
    const job = { workspace_id, resource, created_at: begun, updated_at: done, completed_at: done }
    const [row] = await db<{ id: number }[]>`insert into bulk_jobs ${db(
      job,
      'workspace_id',
      'resource',
      'created_at',
      'updated_at',
      'completed_at',
    )} returning id`
    await db`insert into bulk_tasks ${db(
      {
        workspace_id,
        job_id: row!.id,
        action: 'create',
        admin_id: admins.maya,
        item_count: Object.keys(of).length,
        created_at: begun,
        started_at: begun,
        completed_at: done,
      },
      'workspace_id',
      'job_id',
      'action',
      'admin_id',
      'item_count',
      'created_at',
      'started_at',
      'completed_at',
    )}`
  }
}

/** The SQL of bulk jobs, as those who hand them in and ask for them see them. */
import type { Db } from '../db/pool.ts'
import type { BulkJobsRow } from '../db/types/bulk_jobs.ts'
import type { BulkTasksRow } from '../db/types/bulk_tasks.ts'
import type { Actions, Resource } from './job.ts'
import type { Details } from './request.ts'

export async function insertJob(db: Db, workspaceId: number, resource: keyof Actions, now: Date): Promise<BulkJobsRow> {
  const [job] = await db<BulkJobsRow[]>`
    insert into bulk_jobs ${db({ workspace_id: workspaceId, resource, created_at: now, updated_at: now }, 'workspace_id', 'resource', 'created_at', 'updated_at')} returning *`
  return job!
}

export async function findJob(
  db: Db,
  workspaceId: number,
  resource: Resource,
  id: number,
): Promise<BulkJobsRow | undefined> {
  const [job] = await db<BulkJobsRow[]>`
    select * from bulk_jobs where workspace_id = ${workspaceId} and id = ${id} and resource = ${resource}`
  return job
}

/** Nobody completes it before this transaction ends. */
export async function updateJobToAppend(
  db: Db,
  workspaceId: number,
  resource: Resource,
  id: number,
  now: Date,
): Promise<BulkJobsRow | undefined> {
  const [job] = await db<BulkJobsRow[]>`
    update bulk_jobs set updated_at = case when completed_at is null then ${now} else updated_at end
    where workspace_id = ${workspaceId} and id = ${id} and resource = ${resource} returning *`
  return job
}

/** @returns its id */
export async function insertTask(
  db: Db,
  workspaceId: number,
  task: { job_id: number; action: Actions[keyof Actions]; admin_id: number },
  items: Details[],
  now: Date,
): Promise<number> {
  const row = { workspace_id: workspaceId, ...task, item_count: items.length, created_at: now }
  const [made] = await db<
    { id: number }[]
  >`insert into bulk_tasks ${db(row, 'workspace_id', 'job_id', 'action', 'admin_id', 'item_count', 'created_at')} returning id`
  await insertItems(db, workspaceId, made!.id, items, 0)
  return made!.id
}

/** @param from the place of the first of them in its task */
export async function insertItems(
  db: Db,
  workspaceId: number,
  taskId: number,
  items: Details[],
  from: number,
): Promise<void> {
  if (items.length === 0) return
  await db`insert into bulk_items ${db(
    items.map((details, place) => ({
      workspace_id: workspaceId,
      task_id: taskId,
      position: from + place,
      details: details as never,
    })),
    'workspace_id',
    'task_id',
    'position',
    'details',
  )}`
}

export const updateItemCount = async (db: Db, workspaceId: number, taskId: number, count: number): Promise<void> =>
  void (await db`
    update bulk_tasks set item_count = ${count} where workspace_id = ${workspaceId} and id = ${taskId}`)

export const listTasks = (db: Db, workspaceId: number, jobId: number): Promise<BulkTasksRow[]> => db<BulkTasksRow[]>`
  select * from bulk_tasks where workspace_id = ${workspaceId} and job_id = ${jobId} order by id`

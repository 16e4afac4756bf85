/**
 * The SQL of bulk jobs, as the worker does them. An item goes in the transaction of what it is for: a run that finds
 * it gone has nothing to do, and one that dies half way has done nothing.
 */
import type { Pool, Db } from '../db/pool.ts'
import type { Actions } from './job.ts'
import type { Details } from './request.ts'

export interface OpenTask {
  id: number
  resource: keyof Actions
  action: Actions[keyof Actions]
  admin_id: number
}

/** Incomplete items in the order of submission. */
export const listOpenTasks = (db: Db, workspaceId: number, jobId: number): Promise<OpenTask[]> => db<OpenTask[]>`
  select t.id, j.resource, t.action, t.admin_id from bulk_tasks t
  join bulk_jobs j on j.workspace_id = t.workspace_id and j.id = t.job_id
  where t.workspace_id = ${workspaceId} and t.job_id = ${jobId} and t.completed_at is null
  order by t.id`

/** @returns the places of the items that are still to be done */
export async function startTask(db: Db, workspaceId: number, taskId: number, now: Date): Promise<number[]> {
  await db`
    with started as (
      update bulk_tasks set started_at = ${now}
      where workspace_id = ${workspaceId} and id = ${taskId} and started_at is null returning job_id)
    update bulk_jobs set updated_at = ${now}
    from started where bulk_jobs.workspace_id = ${workspaceId} and bulk_jobs.id = started.job_id`
  const items = await db<{ position: number }[]>`
    select position from bulk_items
    where workspace_id = ${workspaceId} and task_id = ${taskId} and error_code is null order by position`
  return items.map(({ position }) => position)
}

/** @returns the item; undefined if it was applied or refused already */
export async function takeItem(
  db: Db,
  workspaceId: number,
  taskId: number,
  position: number,
): Promise<Details | undefined> {
  const [item] = await db<{ details: Details }[]>`
    delete from bulk_items
    where workspace_id = ${workspaceId} and task_id = ${taskId} and position = ${position} and error_code is null
    returning details`
  return item?.details
}

export const refuseItem = async (
  db: Db,
  workspaceId: number,
  taskId: number,
  position: number,
  { code, message }: { code: string; message: string },
): Promise<void> =>
  void (await db`
    update bulk_items set details = null, error_code = ${code}, error_message = ${message}
    where workspace_id = ${workspaceId} and task_id = ${taskId} and position = ${position} and error_code is null`)

/** Completes a task that has nothing left to do, and with its last task the job. */
export const completeTask = async (db: Pool, workspaceId: number, taskId: number, now: Date): Promise<void> =>
  void (await db.begin(async (tx) => {
    const [job] = await tx<{ id: number }[]>`
      select id from bulk_jobs
      where workspace_id = ${workspaceId} and id = (
        select job_id from bulk_tasks where workspace_id = ${workspaceId} and id = ${taskId})
      for update`
    if (!job) return
    await tx`
      update bulk_tasks set completed_at = ${now}, error_count = (
        select count(*) from bulk_items where workspace_id = ${workspaceId} and task_id = ${taskId})
      where workspace_id = ${workspaceId} and id = ${taskId} and completed_at is null
        and not exists (
          select from bulk_items
          where workspace_id = ${workspaceId} and task_id = ${taskId} and error_code is null)`
    await tx`
      update bulk_jobs set updated_at = ${now}, completed_at = case when not exists (
        select from bulk_tasks
        where workspace_id = ${workspaceId} and job_id = ${job.id} and completed_at is null) then ${now}::timestamptz end
      where workspace_id = ${workspaceId} and id = ${job.id} and completed_at is null`
  }))

/** Hands in items that come in batches, so that no process holds them all. Its caller enqueues the job. */
import type { Db } from '../db/pool.ts'
import type { Action } from './job.ts'
import { insertItems, insertTask, updateItemCount } from './queries.ts'
import type { Details } from './request.ts'

/** @returns the number of the items */
export async function streamTask(
  db: Db,
  workspaceId: number,
  task: { job_id: number; action: Action; admin_id: number },
  batches: AsyncIterable<Details[]> | Iterable<Details[]>,
  now: Date,
): Promise<number> {
  const id = await insertTask(db, workspaceId, task, [], now)
  let count = 0
  for await (const items of batches) {
    await insertItems(db, workspaceId, id, items, count)
    count += items.length
  }
  await updateItemCount(db, workspaceId, id, count)
  return count
}

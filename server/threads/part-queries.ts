/** Queries for the parts of a thread in the order of their times, however many there are. */
import type { Db } from '../db/pool.ts'
import type { ThreadPartsRow } from '../db/types/thread_parts.ts'

export async function findNewestPartTime(db: Db, workspaceId: number, threadId: number): Promise<Date | undefined> {
  const [row] = await db<{ created_at: Date }[]>`
    select created_at from thread_parts where workspace_id = ${workspaceId} and thread_id = ${threadId}
    order by created_at desc, id desc limit 1`
  return row?.created_at
}

/** Null for a thread without parts. */
export async function findNewestPartId(db: Db, workspaceId: number, threadId: number): Promise<number | null> {
  const [row] = await db<[{ id: number | null }]>`
    select max(id) as id from thread_parts where workspace_id = ${workspaceId} and thread_id = ${threadId}`
  return row.id
}

export const listAllParts = (db: Db, workspaceId: number, threadId: number): Promise<ThreadPartsRow[]> =>
  db<ThreadPartsRow[]>`
    select * from thread_parts where workspace_id = ${workspaceId} and thread_id = ${threadId} order by created_at, id`

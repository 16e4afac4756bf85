import type { Db } from '../../db/pool.ts'

/** The run whose step assigned a conversation last, so that a job which goes on from there is of its doing as well. */
export async function findAssigningRun(db: Db, workspaceId: number, threadId: number): Promise<number | undefined> {
  const [row] = await db<{ id: number }[]>`
    with last as (
      select author_type, created_at from thread_parts
      where workspace_id = ${workspaceId} and thread_id = ${threadId} and assigned_to_type is not null
      order by id desc limit 1)
    select r.id from last
    join workflow_runs r on r.workspace_id = ${workspaceId} and r.thread_id = ${threadId}
    join workflow_run_steps s
      on s.workspace_id = r.workspace_id and s.run_id = r.id and s.outcome = 'done' and s.done_at = last.created_at
    where last.author_type = 'bot'
    order by r.id desc limit 1`
  return row?.id
}

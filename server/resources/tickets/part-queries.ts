/** The SQL of the parts of several tickets. */
import type { Db } from '../../db/pool.ts'
import { partColumns, PARTS_SHOWN } from '../../threads/queries.ts'
import type { PartRow } from '../../threads/thread.ts'

/** The newest parts of each thread, oldest first. */
export async function listPartsOfThreads(db: Db, workspaceId: number, threadIds: number[]): Promise<PartRow[]> {
  if (threadIds.length === 0) return []
  return db<PartRow[]>`
    select shown.* from unnest(${threadIds}::bigint[]) as asked (id)
    cross join lateral (
      select ${partColumns} where p.workspace_id = ${workspaceId} and p.thread_id = asked.id
      order by p.created_at desc, p.id desc limit ${PARTS_SHOWN}) shown
    order by shown.thread_id, shown.created_at, shown.id`
}

/**
 * Counts states and statistics anew from all parts, one locked thread after another, while the server goes on. Writes
 * keep them, so that nothing differs; a thread that does was changed by hand, or by a fault.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Pool } from '../db/pool.ts'
import { folded, recount } from './fold.ts'
import { listHoursInForce } from './hours-queries.ts'
import { listAllParts } from './part-queries.ts'
import { lockThread, updateThread } from './queries.ts'

export interface Recounted {
  id: number
  /** The columns that differ from the count; most threads have none. */
  columns: string[]
}

const BATCH = 500

/** @param mend true to write the columns as they were counted */
export async function* recountThreads(db: Pool, workspaceId: number, mend: boolean): AsyncGenerator<Recounted> {
  for (let after = 0; ;) {
    const ids = await db<{ id: number }[]>`
      select id from threads
      where workspace_id = ${workspaceId} and kind = 'conversation' and deleted_at is null and id > ${after}
      order by id limit ${BATCH}`
    for (const { id } of ids) {
      const columns = await recountOne(db, workspaceId, id, mend)
      if (columns) yield { id, columns }
    }
    const last = ids.at(-1)
    if (!last) return
    after = last.id
  }
}

/** @returns undefined for a thread that is gone */
function recountOne(db: Pool, workspaceId: number, id: number, mend: boolean): Promise<string[] | undefined> {
  return db.begin(async (tx) => {
    const thread = await lockThread(tx, workspaceId, 'conversation', id)
    if (!thread) return undefined
    const [parts, office_hours] = await Promise.all([
      listAllParts(tx, workspaceId, id),
      listHoursInForce(tx, workspaceId),
    ])
    const counted = recount({ ...thread, office_hours }, parts)
    const columns = folded.filter((column) => !isDeepStrictEqual(thread[column], counted[column]))
    if (mend && columns.length > 0)
      await updateThread(tx, workspaceId, id, Object.fromEntries(columns.map((column) => [column, counted[column]])))
    return columns
  }) as Promise<string[] | undefined>
}

/** All that a workspace holds: the rows of every table that has a workspace_id, and the jobs. */
import type { Pool } from '../../db/pool.ts'
import { storedRows } from '../stored-rows.ts'

export interface Contents {
  /** A row each, its table before it. */
  read(workspaceId: number): Promise<string[]>
}

export const createContents = (db: Pool): Contents => ({
  async read(workspaceId) {
    const rows = [...(await storedRows(db, workspaceId))].flatMap(([name, rows]) => linesOf(name, rows))
    const jobs = await db<{ job: string }[]>`
      select jsonb_build_object(
        'task', t.identifier, 'payload', j.payload, 'key', j.key, 'run_at', j.run_at)::text as job
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload->>'workspace_id' = ${workspaceId}::int::text`
    return [...rows, ...jobs.map(({ job }) => `job ${job}`).toSorted()]
  },
})

const lines = new WeakMap<readonly string[], string[]>()

function linesOf(name: string, rows: readonly string[]): string[] {
  const known = lines.get(rows) ?? rows.map((row) => `${name} ${row}`)
  lines.set(rows, known)
  return known
}

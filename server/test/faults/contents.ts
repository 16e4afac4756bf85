/** All that a workspace holds: the rows of every table that has a workspace_id, and the jobs. */
import type { Pool } from '../../db/pool.ts'
import { storedRows, type StoredRows } from '../stored-rows.ts'
import { JOBS, knownWrites } from '../watched-writes.ts'

export interface Contents {
  /** A row each, its table before it; the same array as before while nothing was written. */
  read(workspaceId: number): Promise<readonly string[]>
}

interface Read {
  rows: StoredRows
  /** Writes to the jobs that were known. */
  writes: number | undefined
  jobs: readonly string[]
  all: readonly string[]
}

export function createContents(db: Pool): Contents {
  const known = new Map<number, Read>()
  return {
    async read(workspaceId) {
      const before = known.get(workspaceId)
      const rows = await storedRows(db, workspaceId)
      const seen = knownWrites(db)
      const writes = seen && (seen.get(JOBS) ?? 0)
      const isSame = before !== undefined && writes !== undefined && before.writes === writes
      if (isSame && before.rows === rows) return before.all
      const jobs = isSame ? before.jobs : await readJobs(db, workspaceId)
      const all = [...[...rows].flatMap(([name, rows]) => linesOf(name, rows)), ...jobs]
      known.set(workspaceId, { rows, writes, jobs, all })
      return all
    },
  }
}

async function readJobs(db: Pool, workspaceId: number): Promise<readonly string[]> {
  const jobs = await db<{ job: string }[]>`
    select jsonb_build_object(
      'task', t.identifier, 'payload', j.payload, 'key', j.key, 'run_at', j.run_at)::text as job
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload->>'workspace_id' = ${workspaceId}::int::text`
  return jobs.map(({ job }) => `job ${job}`).toSorted()
}

const lines = new WeakMap<readonly string[], string[]>()

function linesOf(name: string, rows: readonly string[]): string[] {
  const known = lines.get(rows) ?? rows.map((row) => `${name} ${row}`)
  lines.set(rows, known)
  return known
}

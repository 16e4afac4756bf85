/**
 * Exact totals of whole lists: `contacts`, `companies`, `conversations`. A writer appends a delta
 * (`ctx.count`), so that two writers of one workspace never wait for each other; folding moves the
 * deltas into the total every now and then. The total and the deltas that are left always add up,
 * for whoever reads both in one statement.
 */
import type { Logger } from 'pino'
import { fragment, type Db, type Pool } from './pool.ts'

/** A total as an expression, to stand inside another query. */
export const countOf = (workspaceId: number, name: string) => fragment`(
  coalesce((select total from counts where workspace_id = ${workspaceId}::int and name = ${name}::text), 0) +
  coalesce((select sum(delta) from count_deltas where workspace_id = ${workspaceId}::int and name = ${name}::text), 0))`

export async function readCount(db: Db, workspaceId: number, name: string): Promise<number> {
  const [row] = await db<{ total: number }[]>`select ${countOf(workspaceId, name)}::bigint as total`
  return row!.total
}

const LOCK = 5_050_432_126

/**
 * Moves every delta into its total. Where another process is at it, nothing is left to do.
 * @returns the number of totals that changed
 */
export function foldCounts(db: Pool): Promise<number> {
  return db.begin(async (tx) => {
    const [lock] = await tx<{ taken: boolean }[]>`select pg_try_advisory_xact_lock(${LOCK}) as taken`
    if (!lock!.taken) return 0
    const moved = await tx`
      with folded as (delete from count_deltas returning workspace_id, name, delta)
      insert into counts (workspace_id, name, total)
      select workspace_id, name, sum(delta) from folded group by workspace_id, name
      on conflict (workspace_id, name) do update set total = counts.total + excluded.total`
    return moved.count
  })
}

/**
 * Deltas have no index, since every write would pay for it. Vacuums here, so that no scan reads dead rows until the
 * next autovacuum.
 */
const clean = (db: Pool) => db`vacuum (truncate false) count_deltas`

export interface FoldingOptions {
  db: Pool
  log: Logger
  everyMs: number
}

/** Folds again and again, each time so long after the last one was done. */
export function startFolding({ db, log, everyMs }: FoldingOptions): { stop(): Promise<void> } {
  let stopped = false
  let running: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const fold = () => {
    running = foldCounts(db)
      .then(async (moved) => {
        if (moved > 0) await clean(db)
      })
      .catch((error) => log.warn({ err: error }, 'the counts could not be folded'))
      .finally(wait)
  }
  const wait = () => {
    if (!stopped) timer = setTimeout(fold, everyMs).unref()
  }
  wait()
  return {
    /** Ends when what runs is done. */
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

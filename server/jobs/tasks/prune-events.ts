import type { Task } from '../task.ts'

/** How long the outbox keeps what happened, for whoever reads it. */
const KEPT_MS = 60 * 60 * 1000
/** One statement deletes at most this many, so that it never holds the table for long. */
const BATCH = 10_000

export const pruneEvents: Task = {
  name: 'prune_events',
  every: '* * * * *',
  async run({ db, clock }) {
    const before = new Date(clock.now().getTime() - KEPT_MS)
    let deleted: number
    do {
      const result = await db`
        delete from events where (workspace_id, id) in (
          select workspace_id, id from events where created_at < ${before} order by created_at limit ${BATCH})`
      deleted = result.count
    } while (deleted === BATCH)
  },
}

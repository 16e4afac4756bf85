/**
 * Up to which id all events can be seen. Ids are given out as events are written, and seen as they are committed: a
 * transaction that takes its time shows its events after others with higher ids. A transaction that has been given an
 * id and has not committed yet holds a lock on `events`. So what had been given out at some time can all be seen once
 * those who held that lock then are done.
 */
import type { Db } from '../db/pool.ts'

interface Candidate {
  id: number
  /** The transactions that are waited for. */
  open: Set<string>
}

export function createHorizon(): { look(db: Db): Promise<number> } {
  let known = 0
  let candidate: Candidate | undefined

  return {
    async look(db) {
      // Two statements: the locks must be looked at after the ids. Not within a transaction that writes events.
      const [given] = await db<{ id: number }[]>`
        select case when is_called then last_value else 0 end as id from events_id_seq`
      const open = await listWriters(db)
      if (candidate && [...candidate.open].every((writer) => !open.has(writer))) {
        known = candidate.id
        candidate = undefined
      }
      if (open.size === 0) known = given!.id
      else candidate ??= { id: given!.id, open }
      return known
    },
  }
}

/** The transactions that have written events, or are about to. */
async function listWriters(db: Db): Promise<Set<string>> {
  const rows = await db<{ writer: string }[]>`
    select virtualtransaction as writer from pg_locks
    where locktype = 'relation' and relation = 'events'::regclass and mode = 'RowExclusiveLock' and granted
      and database = (select oid from pg_database where datname = current_database())`
  return new Set(rows.map(({ writer }) => writer))
}

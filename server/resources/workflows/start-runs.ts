/**
 * Reads the outbox: begins the runs that an event starts, takes those on whose question one answers, and enqueues them in
 * the same transaction. Several processes
 * may do so at once. Runs of one event go one after the other, in the order of their workflows.
 */
import type { Clock } from '../../clock.ts'
import type { Pool } from '../../db/pool.ts'
import { createHorizon } from '../../events/horizon.ts'
import { enqueueAll } from '../../queue/enqueue.ts'
import { flagsOf } from '../../queue/shares.ts'
import { ADVANCE, type AdvancePayload } from './advance-run.task.ts'
import * as queries from './run-queries.ts'

const BATCH = 200

export interface StartRunsDeps {
  db: Pool
  clock: Clock
}

/** @returns reads all that is new, and tells the workspaces with live workflows */
export function createRunStarter({ db, clock }: StartRunsDeps): () => Promise<Set<number>> {
  const horizon = createHorizon()
  return async () => {
    const listeners = await queries.listListeners(db)
    const withNews = listeners.filter(({ news }) => news)
    if (withNews.length > 0) {
      const seen = await horizon.look(db)
      for (const { workspace_id } of withNews) while (await startSome(db, workspace_id, seen, clock.now()));
    }
    return new Set(listeners.map(({ workspace_id }) => workspace_id))
  }
}

/** @returns true if there may be more */
const startSome = (db: Pool, workspaceId: number, seen: number, now: Date): Promise<boolean> =>
  db.begin(async (tx) => {
    const reader = await queries.lockReader(tx, workspaceId)
    if (!reader) return false
    const events = await queries.listEvents(tx, workspaceId, reader.read_to, BATCH)
    if (events.length > 0) {
      const begun = await queries.insertRuns(tx, workspaceId, events, now)
      const answered = await queries.listAnswered(tx, workspaceId, events)
      const payloads = [...Map.groupBy(begun, ({ event_id }) => event_id).values()].map((runs): AdvancePayload => ({
        workspace_id: workspaceId,
        runs: runs.map(({ id }) => ({ id, token: 0 })),
      }))
      await enqueueAll(
        tx,
        ADVANCE,
        [...payloads, ...answered.map((run) => ({ workspace_id: workspaceId, runs: [run] }))].map((payload) => ({
          payload,
          flags: flagsOf(workspaceId),
        })),
        now,
      )
    }
    const full = events.length === BATCH
    // Events that become visible behind the horizon are read again, and recognised by the runs that they began.
    await queries.moveReader(tx, workspaceId, Math.min(seen, full ? events.at(-1)! : Infinity))
    return full
  })

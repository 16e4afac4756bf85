/**
 * Reads the outbox: records one notification for each webhook that an event concerns, and enqueues its delivery in
 * the same transaction. Several processes may do so at once.
 */
import type { Clock } from '../clock.ts'
import type { Pool } from '../db/pool.ts'
import { createHorizon } from '../events/horizon.ts'
import * as queries from './queries.ts'
import { queueNotifications } from './queue.ts'

const BATCH = 500

export interface FanOutDeps {
  db: Pool
  clock: Clock
}

/** Notes all that is new. @returns the workspaces that somebody listens in */
export type FanOut = () => Promise<Set<number>>

export function createFanOut({ db, clock }: FanOutDeps): FanOut {
  const horizon = createHorizon()
  return async () => {
    const listeners = await queries.listListeners(db)
    const withNews = listeners.filter(({ news }) => news)
    if (withNews.length > 0) {
      const seen = await horizon.look(db)
      for (const listener of withNews) while (await noteSome(db, listener, seen, clock.now()));
    }
    return new Set(listeners.map(({ workspace_id }) => workspace_id))
  }
}

/** @returns true if there may be more */
const noteSome = (db: Pool, listener: queries.Listener, seen: number, now: Date): Promise<boolean> =>
  db.begin(async (tx) => {
    const locked = await queries.lockListener(tx, listener)
    if (!locked) return false
    const noted = await queries.insertNotifications(tx, listener, locked, { limit: BATCH, now })
    await queueNotifications(
      tx,
      noted.map(({ event_id: _, ...delivery }) => delivery),
      locked.url,
      now,
    )
    const full = noted.length === BATCH
    // Events that become visible behind the horizon are read again, and recognised by their recorded notifications.
    const last = full ? Math.max(...noted.map(({ event_id }) => event_id)) : Infinity
    await queries.moveListener(tx, listener, Math.min(seen, last))
    return full
  })

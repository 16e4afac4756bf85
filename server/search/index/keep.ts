/**
 * Looks after all indexes: makes those that are missing, and folds what changed, when it is much or
 * when it has come to rest.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from '../../db/pool.ts'
import { foldIndex, makeIndex } from './fold.ts'
import { MODELS, type ModelName } from './models.ts'
import * as queries from './segment-queries.ts'

/** Smaller lists are searched in their table in no time. */
export const INDEX_FROM = 10_000
/** So many changes make a search read as many rows of the table. */
const MUCH = 2000
const AT_REST_MS = 3000
const LONGEST_WAIT_MS = 20_000
/** How many times as long as it folded it rests: while much is written, the writers need the machine. */
const REST = 3

interface Waiting {
  newest: number
  /** When the first change that waits was seen, and when the newest. */
  since: number
  movedAt: number
}

export interface KeepOptions {
  db: Pool
  from: number
  everyMs: number
  signal: AbortSignal
  tell(message: string, details: object): void
}

/** Goes on until the signal. @throws what the database throws */
export async function keepIndexes({ db, from, everyMs, signal, tell }: KeepOptions): Promise<void> {
  const waiting = new Map<string, Waiting>()
  let restsUntil = 0
  while (!signal.aborted) {
    for (const { workspace_id, model, is_ready } of await queries.listLarge(db, from)) {
      if (signal.aborted) return
      if (is_ready) await foldWhenDue(workspace_id, model)
      else if (await makeIndex(db, workspace_id, MODELS[model]))
        tell('a search index was made', { workspace_id, model })
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {})
  }

  async function foldWhenDue(workspaceId: number, model: ModelName): Promise<void> {
    const name = `${workspaceId} ${model}`
    const { count, newest } = await queries.countChanges(db, workspaceId, model, MUCH)
    if (newest === null) {
      waiting.delete(name)
      return
    }
    const now = performance.now()
    const known = waiting.get(name)
    const { since, movedAt } = known ?? { since: now, movedAt: now }
    const isDue =
      now >= restsUntil &&
      (count >= MUCH || now - since > LONGEST_WAIT_MS || (known?.newest === newest && now - movedAt > AT_REST_MS))
    if (!isDue) {
      waiting.set(name, { newest, since, movedAt: known?.newest === newest ? movedAt : now })
      return
    }
    waiting.delete(name)
    if ((await foldIndex(db, workspaceId, MODELS[model])) > 0) await queries.cleanChanges(db)
    const ended = performance.now()
    restsUntil = ended + REST * (ended - now)
  }
}

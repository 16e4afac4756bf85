/**
 * Which lists have an index, as this process knows: it is asked again after some seconds, because
 * nothing is wrong with searching without one for that long.
 */
import { LRUCache } from 'lru-cache'
import type { Pool } from '../../db/pool.ts'
import type { ModelName } from './models.ts'

export const KNOWN_FOR_MS = 5000

const known = new WeakMap<Pool, LRUCache<number, Promise<ModelName[]>>>()

export async function hasIndex(db: Pool, workspaceId: number, model: ModelName): Promise<boolean> {
  const cache = known.get(db) ?? new LRUCache({ max: 10_000, ttl: KNOWN_FOR_MS })
  known.set(db, cache)
  let models = cache.get(workspaceId)
  if (!models) {
    models = listReady(db, workspaceId)
    cache.set(workspaceId, models)
    models.catch(() => cache.delete(workspaceId))
  }
  return (await models).includes(model)
}

async function listReady(db: Pool, workspaceId: number): Promise<ModelName[]> {
  const rows = await db<{ model: ModelName }[]>`
    select model from search_indexes where workspace_id = ${workspaceId} and ready`
  return rows.map(({ model }) => model)
}

/** Forgets what is known: an index is there, or is gone. */
export function forgetIndexes(db: Pool): void {
  known.delete(db)
}

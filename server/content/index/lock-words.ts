/** Locks of a workspace's vocabulary: a write that finds its words known must not lose them to the pruning beside it. */
import type { Db } from '../../db/pool.ts'

const LOCK = 719_204_412

/** Writers of content share it until their transaction ends. */
export const lockWords = async (db: Db, workspaceId: number): Promise<void> =>
  void (await db`select pg_advisory_xact_lock_shared(${LOCK}::int, ${workspaceId}::int)`)

/** Waits until no transaction adds words, and keeps others from it. */
export const lockWordsAlone = async (db: Db, workspaceId: number): Promise<void> =>
  void (await db`select pg_advisory_xact_lock(${LOCK}::int, ${workspaceId}::int)`)

/**
 * Holds a session until the transaction ends: the runs of its procedures first, then its conversation, then its row, as
 * whoever advances a run does.
 */
import type { Ctx } from '../../context.ts'
import { lockThread } from '../../threads/queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { lockRunsOf } from '../workflows/run-queries.ts'
import { findSessionById, lockSessionRow, type Session } from './queries.ts'

export interface Held {
  session: Session
  thread: ThreadRow
  /** The run that has the session; undefined for none. */
  run: { id: number; token: number; state: string } | undefined
}

/** Undefined where the session or its conversation is gone. */
export async function holdSession(ctx: Ctx, id: number): Promise<Held | undefined> {
  const { db, workspaceId } = ctx
  const runs = await lockRunsOf(db, workspaceId, id)
  const known = await findSessionById(db, workspaceId, id)
  const thread = known && (await lockThread(db, workspaceId, 'conversation', known.thread_id))
  const session = thread && (await lockSessionRow(db, workspaceId, id))
  return session && { session, thread, run: runs.at(-1) }
}

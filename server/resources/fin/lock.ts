/**
 * Holds a session until the transaction ends. The order of locks is that of everybody who works on a conversation: the
 * conversation first, then the runs in it, then its session. Teammates, redactions and deletions come with the
 * conversation held, and go on to the others.
 */
import type { Ctx } from '../../context.ts'
import type { WorkflowRunsRow } from '../../db/types/workflow_runs.ts'
import { lockThread } from '../../threads/queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { lockRunsOf } from '../workflows/run-queries.ts'
import { findSessionById, lockSessionRow, type Session } from './queries.ts'

export interface Held {
  session: Session
  thread: ThreadRow
  /** The run that has the session; undefined for none. */
  run: WorkflowRunsRow | undefined
}

/** Undefined where the session or its conversation is gone. */
export async function holdSession(ctx: Ctx, id: number): Promise<Held | undefined> {
  const known = await findSessionById(ctx.db, ctx.workspaceId, id)
  const thread = known && (await lockThread(ctx.db, ctx.workspaceId, 'conversation', known.thread_id))
  return thread && holdIn(ctx, thread, id)
}

/** Holds a session whose conversation is held. */
export async function holdIn(ctx: Ctx, thread: ThreadRow, id: number): Promise<Held | undefined> {
  const runs = await lockRunsOf(ctx.db, ctx.workspaceId, id)
  const session = await lockSessionRow(ctx.db, ctx.workspaceId, id)
  return session && { session, thread, run: runs.at(-1) }
}

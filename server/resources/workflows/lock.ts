/** Holds a run and its conversation until the transaction ends, the conversation first (fin/lock.ts has the order). */
import type { Ctx } from '../../context.ts'
import { lockThread } from '../../threads/queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { findThreadOfRun, lockRun, type Run } from './run-queries.ts'

export interface HeldRun {
  /** Undefined for one that is gone. */
  run: Run | undefined
  /** Undefined where the conversation was deleted. */
  thread: ThreadRow | undefined
}

export async function holdRun({ db, workspaceId }: Ctx, id: number): Promise<HeldRun> {
  const threadId = await findThreadOfRun(db, workspaceId, id)
  if (threadId === undefined) return { run: undefined, thread: undefined }
  const thread = await lockThread(db, workspaceId, 'conversation', threadId)
  return { run: await lockRun(db, workspaceId, id), thread }
}

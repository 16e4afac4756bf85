/** Deletes a locked thread for good, with all that hangs on it, and takes back its wake-up. */
import type { Ctx } from '../context.ts'
import { dequeue } from '../queue/enqueue.ts'
import { tellOfFreed } from './distribute.ts'
import * as queries from './delete-queries.ts'
import type { ThreadRow } from './thread.ts'
import { wakeKey } from './write.ts'

/** @param metricsRetained true if it still counts in reports */
export async function deleteThread(ctx: Ctx, thread: ThreadRow, metricsRetained: boolean): Promise<void> {
  await queries.deleteThread(ctx.db, ctx.workspaceId, thread, ctx.now, metricsRetained)
  if (thread.state === 'snoozed') await dequeue(ctx.db, wakeKey(ctx.workspaceId, thread.id))
  await tellOfFreed(ctx, thread, null)
  ctx.count('conversations', -1)
}

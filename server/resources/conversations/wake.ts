/** A snoozed conversation is opened by a job when its time has come. */
import type { Ctx } from '../../context.ts'
import { enqueue } from '../../queue/enqueue.ts'
import { wakeKey } from '../../threads/write.ts'

/** One job for each conversation: snoozing it again moves the job. */
export const enqueueWake = (ctx: Ctx, id: number, runAt: Date): Promise<void> =>
  enqueue(
    ctx.db,
    'wake_conversation',
    { workspace_id: ctx.workspaceId, conversation_id: id },
    { runAt, key: wakeKey(ctx.workspaceId, id) },
  )

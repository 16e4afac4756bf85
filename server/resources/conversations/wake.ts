/** Snoozing a conversation or a ticket: a job opens it when its time has come. */
import { fromUnix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { enqueue } from '../../queue/enqueue.ts'
import { byAdmin, type Actor } from '../../threads/actors.ts'
import type { UnplacedPart } from '../../threads/placed.ts'
import { wakeKey } from '../../threads/write.ts'

export interface WakeConversationPayload {
  workspace_id: number
  conversation_id: number
  /** The run of a workflow that snoozed it. */
  workflow_run_id?: number
}

/** One job for each conversation: snoozing it again moves the job. */
export function enqueueWake({ db, workspaceId, workflowRunId }: Ctx, id: number, runAt: Date): Promise<void> {
  const payload: WakeConversationPayload = {
    workspace_id: workspaceId,
    conversation_id: id,
    ...(workflowRunId !== undefined && { workflow_run_id: workflowRunId }),
  }
  return enqueue(db, 'wake_conversation', payload, { runAt, key: wakeKey(workspaceId, id) })
}

/** @param seconds unix time @returns the part that tells of it @throws 400 parameter_invalid for a time that is over */
export async function snooze(ctx: Ctx, threadId: number, actor: Actor, seconds: number): Promise<UnplacedPart> {
  const until = fromUnix(seconds)
  if (until <= ctx.now) throw parameterInvalid('snoozed_until must be in the future', 'snoozed_until')
  await enqueueWake(ctx, threadId, until)
  const event_details = { until: `until ${until.toUTCString()}`, custom_until_time: until.toISOString() }
  return { part_type: 'snoozed', ...byAdmin(actor), event_details, created_at: ctx.now }
}

/**
 * Opens a snoozed conversation when its time has come. A conversation that was opened in the meantime stays as it is;
 * one that was snoozed for longer, or is not due by this server's clock, is put off. The events of a snooze that a run of
 * a workflow began bear the run's id.
 */
import type { Ctx } from '../../context.ts'
import { record } from './record.ts'
import { enqueueWake, type WakeConversationPayload } from './wake.ts'
import { byAdmin, getBot } from '../../threads/actors.ts'
import { lockThread } from '../../threads/queries.ts'
import { act } from '../../queue/act.ts'
import type { Task } from '../../queue/task.ts'
import { findThreadOfRun } from '../workflows/run-queries.ts'

export const wakeConversation: Task = {
  name: 'wake_conversation',
  async run(deps, { workspace_id, conversation_id, workflow_run_id }: WakeConversationPayload) {
    // Events of a run that is gone would start nothing.
    const workflowRunId =
      workflow_run_id && (await findThreadOfRun(deps.db, workspace_id, workflow_run_id)) ? workflow_run_id : undefined
    await act(deps, workspace_id, (ctx) => wake(ctx, conversation_id), { workflowRunId })
  },
}

async function wake(ctx: Ctx, id: number): Promise<void> {
  const { db, workspaceId, now } = ctx
  const thread = await lockThread(db, workspaceId, 'conversation', id)
  if (thread?.state !== 'snoozed' || !thread.snoozed_until) return
  if (thread.snoozed_until > now) return enqueueWake(ctx, thread.id, thread.snoozed_until)
  await record(ctx, thread, {
    parts: [{ part_type: 'timer_unsnooze', ...byAdmin(await getBot(db, workspaceId)), created_at: now }],
    changes: {},
    topics: ['conversation.admin.unsnoozed'],
  })
}

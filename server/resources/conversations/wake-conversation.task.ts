/**
 * Opens a snoozed conversation when its time has come. A conversation that was opened in the meantime stays as it is;
 * one that was snoozed for longer, or is not due by this server's clock, is put off.
 */
import { record } from './record.ts'
import { enqueueWake } from './wake.ts'
import { byAdmin, getBot } from '../../threads/actors.ts'
import { lockThread } from '../../threads/queries.ts'
import { act } from '../../queue/act.ts'
import type { Task } from '../../queue/task.ts'

export interface WakeConversationPayload {
  workspace_id: number
  conversation_id: number
}

export const wakeConversation: Task = {
  name: 'wake_conversation',
  run: (deps, { workspace_id, conversation_id }: WakeConversationPayload) =>
    act(deps, workspace_id, async (ctx) => {
      const thread = await lockThread(ctx.db, workspace_id, 'conversation', conversation_id)
      if (thread?.state !== 'snoozed' || !thread.snoozed_until) return
      if (thread.snoozed_until > ctx.now) return enqueueWake(ctx, thread.id, thread.snoozed_until)
      await record(ctx, thread, {
        parts: [{ part_type: 'timer_unsnooze', ...byAdmin(await getBot(ctx.db, workspace_id)), created_at: ctx.now }],
        changes: {},
        topics: ['conversation.admin.unsnoozed'],
      })
    }),
}

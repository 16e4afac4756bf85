/** Ends what a contact has open with the team. */
import type { Ctx } from '../../context.ts'
import { record } from '../conversations/record.ts'
import { byAdmin, getActor } from '../../threads/actors.ts'
import { lockThread } from '../../threads/queries.ts'
import { listOwnOpenConversations } from './removal-queries.ts'

/** Conversations in which somebody else takes part, too, go on. */
export async function closeConversations(ctx: Ctx, contactId: string): Promise<void> {
  const { db, workspaceId, now } = ctx
  const ids = await listOwnOpenConversations(db, workspaceId, contactId)
  if (ids.length === 0) return
  const actor = await getActor(db, workspaceId, ctx.actor.adminId)
  for (const id of ids) {
    const thread = await lockThread(db, workspaceId, 'conversation', id)
    if (!thread || thread.state === 'closed') continue
    await record(ctx, thread, {
      parts: [{ part_type: 'close', ...byAdmin(actor), created_at: now }],
      changes: {},
      topics: ['conversation.admin.closed'],
    })
  }
}

/** Records a change of a conversation's tags: the list on the thread, and a part. */
import type { Ctx } from '../../context.ts'
import { notFound } from '../../http/errors.ts'
import { byAdmin, type Actor } from '../../threads/actors.ts'
import { refuseMerged } from '../../threads/merged.ts'
import { insertParts, lockThread } from '../../threads/queries.ts'
import type { ThreadRow } from '../../threads/thread.ts'

/** Nobody else changes the conversation before this transaction ends. @throws 404 not_found, 422 merge_failed */
export async function lockConversationToTag(ctx: Ctx, id: string): Promise<ThreadRow> {
  const thread = await lockThread(ctx.db, ctx.workspaceId, 'conversation', id)
  if (!thread) throw notFound('tagged_conversation')
  refuseMerged(thread)
  return thread
}

export interface TagChange {
  /** As they are after it. */
  tagIds: number[]
  /** Names. */
  added: string[]
  removed: string[]
}

export async function tellTagsUpdated(
  ctx: Ctx,
  thread: ThreadRow,
  admin: Actor,
  { tagIds, added, removed }: TagChange,
): Promise<void> {
  const part = {
    part_type: 'conversation_tags_updated' as const,
    ...byAdmin(admin),
    state: thread.state,
    event_details: { tags_added: added, tags_removed: removed },
    created_at: ctx.now,
  }
  const changes = { tag_ids: tagIds, updated_at: ctx.now > thread.updated_at ? ctx.now : thread.updated_at }
  await insertParts(ctx.db, ctx.workspaceId, thread.id, [part], changes)
}

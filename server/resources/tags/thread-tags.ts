/** Tags on a locked thread, in the name of an admin. */
import type { Ctx } from '../../context.ts'
import type { TagsRow } from '../../db/types/tags.ts'
import type { Actor } from '../../threads/actors.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { deleteConversationTag, findConversationTag, insertConversationTag } from './conversation-queries.ts'
import { presentAppliedTag, presentRemovedTag } from './tag.ts'
import { tellTagsUpdated } from './tags-updated.ts'

/** A tag that the thread has already stays as it was applied. */
export async function applyTag(ctx: Ctx, thread: ThreadRow, admin: Actor, tag: TagsRow) {
  const before = await findConversationTag(ctx.db, ctx.workspaceId, thread.id, tag.id)
  if (before) return presentAppliedTag({ ...tag, ...before })
  const application = { applied_at: ctx.now, applied_by: admin.id }
  await insertConversationTag(ctx.db, ctx.workspaceId, thread.id, tag.id, application)
  await tellTagsUpdated(ctx, thread, admin, { tagIds: [...thread.tag_ids, tag.id], added: [tag.name], removed: [] })
  return presentAppliedTag({ ...tag, ...application })
}

export async function removeTag(ctx: Ctx, thread: ThreadRow, admin: Actor, tag: TagsRow) {
  const before = await findConversationTag(ctx.db, ctx.workspaceId, thread.id, tag.id)
  if (await deleteConversationTag(ctx.db, ctx.workspaceId, thread.id, tag.id)) {
    const tagIds = thread.tag_ids.filter((id) => id !== tag.id)
    await tellTagsUpdated(ctx, thread, admin, { tagIds, added: [], removed: [tag.name] })
  }
  return presentRemovedTag(ctx, tag, before)
}

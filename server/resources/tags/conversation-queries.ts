/** The SQL of tags on conversations: the link rows. The list on the thread is changed with the part that tells of it. */
import type { Db } from '../../db/pool.ts'
import type { Application } from './tag.ts'

/** When and by whom a tag was applied, where it hangs on the conversation. */
export async function findConversationTag(
  db: Db,
  workspaceId: number,
  conversationId: number,
  tagId: number,
): Promise<Application | undefined> {
  const [row] = await db<Application[]>`
    select applied_at, applied_by from thread_tags
    where workspace_id = ${workspaceId} and thread_id = ${conversationId} and tag_id = ${tagId}`
  return row
}

/** For a conversation that is locked, and does not have the tag. */
export async function insertConversationTag(
  db: Db,
  workspaceId: number,
  conversationId: number,
  tagId: number,
  { applied_at, applied_by }: Application,
): Promise<void> {
  await db`
    insert into thread_tags (workspace_id, thread_id, tag_id, applied_by, applied_at)
    values (${workspaceId}, ${conversationId}, ${tagId}, ${applied_by}, ${applied_at})`
}

/** @returns true if the conversation had the tag */
export async function deleteConversationTag(
  db: Db,
  workspaceId: number,
  conversationId: number,
  tagId: number,
): Promise<boolean> {
  const gone = await db`
    delete from thread_tags
    where workspace_id = ${workspaceId} and thread_id = ${conversationId} and tag_id = ${tagId} returning tag_id`
  return gone.length > 0
}

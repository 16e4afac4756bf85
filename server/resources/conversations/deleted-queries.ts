/** The SQL of deleted conversations: the rows that stay of them. */
import { fragment, type Db } from '../../db/pool.ts'
import type { DeletedRow } from './deleted-conversation.ts'

const gone = (workspaceId: number) =>
  fragment`workspace_id = ${workspaceId} and kind = 'conversation' and deleted_at is not null`

/** In the order in which they were deleted. */
export async function listDeletedConversations(
  db: Db,
  workspaceId: number,
  { ascending, limit, offset }: { ascending: boolean; limit: number; offset: number },
): Promise<{ rows: DeletedRow[]; total: number }> {
  const order = ascending ? fragment`deleted_at, id` : fragment`deleted_at desc, id desc`
  const [rows, [counted]] = await Promise.all([
    db<DeletedRow[]>`
      select id, deleted_at, metrics_retained from threads
      where ${gone(workspaceId)} order by ${order} limit ${limit} offset ${offset}`,
    db<{ total: number }[]>`select count(*) as total from threads where ${gone(workspaceId)}`,
  ])
  return { rows, total: counted!.total }
}

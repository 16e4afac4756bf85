/** The SQL of side conversations. Their parts are written as those of every thread. */
import { fragment, type Db } from '../../db/pool.ts'
import { notFound } from '../../http/errors.ts'
import { lockThread, PARTS_SHOWN } from '../../threads/queries.ts'
import type { PartRow, ThreadRow } from '../../threads/thread.ts'

export interface SideRow {
  id: number
  /** Its parts. */
  total: number
}

/** Side conversations of a conversation, oldest first. */
export async function listSideConversations(
  db: Db,
  workspaceId: number,
  parentId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: SideRow[]; total: number }> {
  const beside = fragment`workspace_id = ${workspaceId} and parent_id = ${parentId}`
  const [rows, [counted]] = await Promise.all([
    db<SideRow[]>`
      select id, count_conversation_parts as total from threads
      where ${beside} order by id limit ${limit} offset ${offset}`,
    db<{ total: number }[]>`select count(*) as total from threads where ${beside}`,
  ])
  return { rows, total: counted!.total }
}

/** The newest parts of each thread, oldest first. */
export const listPartsOfEach = (db: Db, workspaceId: number, threadIds: number[]): Promise<PartRow[]> => db<PartRow[]>`
  select p.*, coalesce(c.name, a.name) as author_name, coalesce(c.email, a.email) as author_email
  from unnest(${threadIds}::bigint[]) as side (id)
  cross join lateral (
    select * from thread_parts where workspace_id = ${workspaceId} and thread_id = side.id
    order by created_at desc, id desc limit ${PARTS_SHOWN}) p
  left join contacts c on c.workspace_id = p.workspace_id and c.id = p.author_contact_id
  left join admins a on a.workspace_id = p.workspace_id and a.id = p.author_admin_id
  order by p.created_at, p.id`

/** @returns the new thread, without a message */
export async function insertSideConversation(
  db: Db,
  workspaceId: number,
  parentId: number,
  now: Date,
): Promise<ThreadRow> {
  const [row] = await db<ThreadRow[]>`
    insert into threads (workspace_id, kind, parent_id, source_delivered_as, created_at, updated_at)
    values (${workspaceId}, 'side_conversation', ${parentId}, 'admin_initiated', ${now}, ${now}) returning *`
  return row!
}

/** Holds one of a conversation until the transaction ends. @throws 404 not_found */
export async function lockSideConversation(
  db: Db,
  workspaceId: number,
  parentId: number,
  id: string,
): Promise<ThreadRow> {
  const thread = await lockThread(db, workspaceId, 'side_conversation', id)
  if (thread?.parent_id !== parentId) throw notFound('conversation')
  return thread
}

/** The SQL of links between a ticket and conversations, or other tickets. */
import type { Db } from '../../db/pool.ts'

/** The most conversations that a tracker may have. */
export const MOST_LINKS = 2500

/** Threads that are linked to the ticket, or that it is linked to, in the order of their ids. */
export async function listLinkedThreads(db: Db, workspaceId: number, ticketId: number): Promise<number[]> {
  const rows = await db<{ id: number }[]>`
    select case when ticket_id = ${ticketId} then thread_id else ticket_id end as id from thread_links
    where workspace_id = ${workspaceId} and ${ticketId}::bigint in (ticket_id, thread_id) order by 1`
  return rows.map(({ id }) => id)
}

/** True if the thread has a tracker. */
export async function hasTracker(db: Db, workspaceId: number, threadId: number): Promise<boolean> {
  const rows = await db`
    select from thread_links where workspace_id = ${workspaceId} and thread_id = ${threadId} and is_tracker`
  return rows.length > 0
}

/** True if the ticket is linked to a conversation, no ticket itself, that no other shared ticket is linked to. */
export async function isFirstToShare(db: Db, workspaceId: number, ticketId: number): Promise<boolean> {
  const rows = await db`
    select from thread_links l
    join threads c on c.workspace_id = l.workspace_id and c.id = l.thread_id and c.ticket_type_id is null
    where l.workspace_id = ${workspaceId} and l.ticket_id = ${ticketId} and not exists (
      select from thread_links o
      join threads t on t.workspace_id = o.workspace_id and t.id = o.ticket_id and t.is_shared and t.listed
      where o.workspace_id = l.workspace_id and o.thread_id = l.thread_id and o.ticket_id <> l.ticket_id)
    limit 1`
  return rows.length > 0
}

/** True if one of the threads is linked to the other. */
export async function areLinked(db: Db, workspaceId: number, [one, other]: [number, number]): Promise<boolean> {
  const rows = await db`
    select from thread_links where workspace_id = ${workspaceId}
      and (ticket_id, thread_id) in ((${one}, ${other}), (${other}, ${one}))`
  return rows.length > 0
}

/** Both threads must be locked. @returns false if they are linked already */
export async function insertLink(
  db: Db,
  workspaceId: number,
  link: { ticketId: number; threadId: number; isTracker: boolean; now: Date },
): Promise<boolean> {
  const rows = await db`
    with made as (
      insert into thread_links (workspace_id, ticket_id, thread_id, is_tracker, created_at)
      values (${workspaceId}, ${link.ticketId}, ${link.threadId}, ${link.isTracker}, ${link.now})
      on conflict do nothing returning ticket_id, thread_id)
    update threads set link_count = link_count + 1, updated_at = greatest(threads.updated_at, ${link.now})
    from made where workspace_id = ${workspaceId} and id in (made.ticket_id, made.thread_id) returning id`
  return rows.length > 0
}

/** Both threads must be locked. @returns false if they are not linked */
export async function deleteLink(
  db: Db,
  workspaceId: number,
  ticketId: number,
  threadId: number,
  now: Date,
): Promise<boolean> {
  const rows = await db`
    with gone as (
      delete from thread_links
      where workspace_id = ${workspaceId} and ticket_id = ${ticketId} and thread_id = ${threadId}
      returning ticket_id, thread_id)
    update threads set link_count = link_count - 1, updated_at = greatest(threads.updated_at, ${now})
    from gone where workspace_id = ${workspaceId} and id in (gone.ticket_id, gone.thread_id) returning id`
  return rows.length > 0
}

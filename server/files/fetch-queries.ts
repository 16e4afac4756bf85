/** The SQL of attachments that are given by their addresses. */
import type { Db } from '../db/pool.ts'
import type { AttachmentFetchesRow } from '../db/types/attachment_fetches.ts'
import type { AttachmentWire } from './attachment.ts'
import type { File } from './queries.ts'

export async function insertFetches(
  db: Db,
  workspaceId: number,
  threadId: number,
  urls: string[],
  origin: string,
  now: Date,
): Promise<{ id: number; url: string }[]> {
  return db<{ id: number; url: string }[]>`
    insert into attachment_fetches (workspace_id, thread_id, url, origin, created_at)
    select ${workspaceId}::int, ${threadId}::bigint, url, ${origin}, ${now}::timestamptz
    from unnest(${urls}::text[]) as given (url) returning id, url`
}

export type PendingFetch = AttachmentFetchesRow & { app_id: string }

export async function findPending(db: Db, workspaceId: number, id: number): Promise<PendingFetch | undefined> {
  const [row] = await db<PendingFetch[]>`
    select f.*, w.app_id from attachment_fetches f join workspaces w on w.id = f.workspace_id
    where f.workspace_id = ${workspaceId} and f.id = ${id} and f.state = 'pending'`
  return row
}

/** The thread whose messages may show the address: nobody redacts or deletes them meanwhile. */
export const lockMessages = async (db: Db, workspaceId: number, threadId: number): Promise<void> =>
  void (await db`select from threads where workspace_id = ${workspaceId} and id = ${threadId} for update`)

type Settled = Pick<AttachmentFetchesRow, 'state' | 'error' | 'file_id' | 'settled_at'>

export const updateFetch = async (db: Db, workspaceId: number, id: number, row: Settled): Promise<void> =>
  void (await db`
    update attachment_fetches set attempts = attempts + 1, ${db(row, 'state', 'error', 'file_id', 'settled_at')}
    where workspace_id = ${workspaceId} and id = ${id} and state = 'pending'`)

/** True while an address in the list is still to be fetched. */
export async function hasPending(db: Db, workspaceId: number, threadId: number, urls: string[]): Promise<boolean> {
  const [row] = await db<[{ pending: boolean }]>`
    select exists (
      select from attachment_fetches
      where workspace_id = ${workspaceId} and thread_id = ${threadId} and url = any(${urls}::text[])
        and state = 'pending') as pending`
  return row.pending
}

/** The file that was fetched from an address, the newest of several. */
export async function findFetched(
  db: Db,
  workspaceId: number,
  threadId: number,
  url: string,
): Promise<File | undefined> {
  const [row] = await db<File[]>`
    select f.id, f.name, f.content_type, f.bytes, f.secret from attachment_fetches a
    join files f on f.workspace_id = a.workspace_id and f.id = a.file_id
    where a.workspace_id = ${workspaceId} and a.thread_id = ${threadId} and a.url = ${url} and a.state = 'kept'
    order by a.id desc limit 1`
  return row
}

/**
 * Puts the file in place of its address, wherever the locked thread shows that.
 * @returns false if nothing does: the message was deleted or redacted meanwhile
 */
export async function replaceAddress(
  db: Db,
  workspaceId: number,
  threadId: number,
  url: string,
  attachment: AttachmentWire,
): Promise<boolean> {
  const shown = [{ url }]
  const { count } = await db`
    with part as (
      update thread_parts set attachments = (
        select jsonb_agg(case when one->>'url' = ${url} then ${attachment as never}::jsonb else one end order by place)
        from jsonb_array_elements(attachments) with ordinality as a (one, place))
      where workspace_id = ${workspaceId} and thread_id = ${threadId} and attachments @> ${shown as never}::jsonb
      returning id),
    source as (
      update threads set source_attachments = (
        select jsonb_agg(case when one->>'url' = ${url} then ${attachment as never}::jsonb else one end order by place)
        from jsonb_array_elements(source_attachments) with ordinality as a (one, place))
      where workspace_id = ${workspaceId} and id = ${threadId} and source_attachments @> ${shown as never}::jsonb
      returning id)
    select id from part union all select id from source`
  return count > 0
}

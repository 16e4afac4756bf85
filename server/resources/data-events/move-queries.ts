/** The SQL of what becomes of events with their contact. Callers hold the contacts. */
import type { Db } from '../../db/pool.ts'

/** Moves all events to another contact; equal events of both in the same second become one. */
export async function moveDataEvents(db: Db, workspaceId: number, from: string, into: string): Promise<void> {
  await db`
    with moved as (
      delete from data_event_summaries where workspace_id = ${workspaceId} and contact_id = ${from} returning *),
    twice as (
      delete from data_events mine using data_events theirs
      where mine.workspace_id = ${workspaceId} and mine.contact_id = ${from}
        and theirs.workspace_id = ${workspaceId} and theirs.contact_id = ${into}
        and theirs.created_at = mine.created_at and theirs.event_name = mine.event_name
      returning mine.event_name)
    insert into data_event_summaries as kept (workspace_id, contact_id, event_name, first_at, last_at, count)
    select workspace_id, ${into}, event_name, first_at, last_at,
      count - (select count(*) from twice where twice.event_name = moved.event_name)
    from moved
    on conflict (workspace_id, contact_id, event_name) do update set
      first_at = least(kept.first_at, excluded.first_at),
      last_at = greatest(kept.last_at, excluded.last_at),
      count = kept.count + greatest(excluded.count, 0)`
  await db`
    update data_events set contact_id = ${into} where workspace_id = ${workspaceId} and contact_id = ${from}`
}

export async function deleteDataEvents(db: Db, workspaceId: number, contactId: string): Promise<void> {
  await db`delete from data_events where workspace_id = ${workspaceId} and contact_id = ${contactId}`
  await db`delete from data_event_summaries where workspace_id = ${workspaceId} and contact_id = ${contactId}`
}

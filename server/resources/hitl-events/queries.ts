/** The SQL of hitl events. */
import type { Db } from '../../db/pool.ts'
import type { HitlEventsRow } from '../../db/types/hitl_events.ts'

export type NewHitlEvent = Pick<HitlEventsRow, 'event_type' | 'data' | 'happened_at'>

/** Events of a conversation, oldest first. */
export const listHitlEvents = (db: Db, workspaceId: number, threadId: number): Promise<NewHitlEvent[]> =>
  db<NewHitlEvent[]>`
    select event_type, data, happened_at from hitl_events
    where workspace_id = ${workspaceId} and thread_id = ${threadId} order by happened_at, id`

export async function insertHitlEvents(
  db: Db,
  workspaceId: number,
  threadId: number,
  events: NewHitlEvent[],
): Promise<void> {
  const rows = events.map((event) => ({ workspace_id: workspaceId, thread_id: threadId, ...event }))
  await db`
    insert into hitl_events ${db(rows, 'workspace_id', 'thread_id', 'event_type', 'data', 'happened_at')}`
}

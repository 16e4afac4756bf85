/** The SQL of handling events. */
import type { Db } from '../../db/pool.ts'
import type { HandlingEventsRow } from '../../db/types/handling_events.ts'
import type { HandlingEventRow } from './handling-event.ts'

/** Events of a conversation, in the order of their times. */
export const listHandlingEvents = (db: Db, workspaceId: number, threadId: number): Promise<HandlingEventRow[]> =>
  db<HandlingEventRow[]>`
    select e.type, e.reason, e.happened_at, e.admin_id, a.name as admin_name, a.email as admin_email
    from handling_events e
    join admins a on a.workspace_id = e.workspace_id and a.id = e.admin_id
    where e.workspace_id = ${workspaceId} and e.thread_id = ${threadId}
    order by e.happened_at, e.id`

/** The newest of an admin in a conversation; undefined before the first. */
export async function findLastHandlingEvent(
  db: Db,
  workspaceId: number,
  threadId: number,
  adminId: number,
): Promise<Pick<HandlingEventsRow, 'type' | 'happened_at'> | undefined> {
  const [row] = await db<Pick<HandlingEventsRow, 'type' | 'happened_at'>[]>`
    select type, happened_at from handling_events
    where workspace_id = ${workspaceId} and thread_id = ${threadId} and admin_id = ${adminId}
    order by happened_at desc, id desc limit 1`
  return row
}

export async function insertHandlingEvent(
  db: Db,
  event: Pick<HandlingEventsRow, 'workspace_id' | 'thread_id' | 'admin_id' | 'type' | 'reason' | 'happened_at'>,
): Promise<void> {
  await db`
    insert into handling_events
    ${db(event, 'workspace_id', 'thread_id', 'admin_id', 'type', 'reason', 'happened_at')}`
}

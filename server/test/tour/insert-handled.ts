/** A conversation with events and a side conversation, and the secret of the parts: the public API makes none. */
import { hash } from 'node:crypto'
import type { AppDeps } from '../../app.ts'
import type { Found } from './step.ts'

const PART_SECRET = 'secret of the tour'

export async function insertHandled(db: AppDeps['db'], workspace_id: number, now: Date): Promise<Found> {
  await db`
    insert into part_secrets (workspace_id, digest, updated_at)
    values (${workspace_id}, ${hash('sha256', PART_SECRET, 'buffer')}, ${now})`
  const [made] = await db<{ thread_id: number; side_id: number; admin_id: number }[]>`
    with writer as (
      select id from admins where workspace_id = ${workspace_id} and kind = 'admin' order by id limit 1),
    thread as (
      insert into threads (workspace_id, created_at, updated_at, source_id, source_author_type, source_admin_id,
        source_body, source_delivered_as, count_conversation_parts)
      select ${workspace_id}, ${now}, ${now}, nextval('message_ids'), 'admin', writer.id, '<p>Hello</p>',
        'admin_initiated', 1
      from writer returning id),
    side as (
      insert into threads (workspace_id, kind, parent_id, created_at, updated_at, count_conversation_parts)
      select ${workspace_id}, 'side_conversation', thread.id, ${now}, ${now}, 1 from thread returning id),
    part as (
      insert into thread_parts (workspace_id, thread_id, part_type, body, author_type, author_admin_id, created_at,
        updated_at, notified_at)
      select ${workspace_id}, side.id, 'comment', '<p>Do we have one?</p>', 'admin', writer.id, ${now}, ${now}, ${now}
      from side, writer),
    handled as (
      insert into handling_events (workspace_id, thread_id, admin_id, type, reason, happened_at)
      select ${workspace_id}, thread.id, writer.id, kind.type, kind.reason, ${now}
      from thread, writer, (values ('paused', 'Paused'), ('resumed', null)) as kind (type, reason)),
    asked as (
      insert into hitl_events (workspace_id, thread_id, event_type, data, happened_at)
      select ${workspace_id}, thread.id, 'fin_consultation_started', '{"channel":"messenger"}', ${now} from thread)
    select thread.id as thread_id, side.id as side_id, writer.id as admin_id from thread, side, writer`
  const { thread_id, side_id, admin_id } = made!
  await db`
    insert into count_deltas ${db({ workspace_id, name: 'conversations', delta: 1 }, 'workspace_id', 'name', 'delta')}`
  return {
    partSecret: PART_SECRET,
    handled: String(thread_id),
    side: String(side_id),
    handler: String(admin_id),
  }
}

import type { Task } from '../queue/task.ts'

/** Retention of events in the outbox. Events that webhooks, workflows and watched audiences still wait for are kept for longer. */
const KEPT_MS = 60 * 60 * 1000
/** One statement deletes at most this many, so that it never holds the table for long. */
const BATCH = 10_000

export const pruneEvents: Task = {
  name: 'prune_events',
  every: '* * * * *',
  async run({ db, clock }) {
    const before = new Date(clock.now().getTime() - KEPT_MS)
    let deleted: number
    do {
      const result = await db`
        delete from events where (workspace_id, id) in (
          select workspace_id, id from events e where created_at < ${before}
            and not exists (
              select from webhooks w where w.workspace_id = e.workspace_id and w.active and w.fanned_out_to < e.id)
            and not exists (
              select from workflow_readers r
              where r.workspace_id = e.workspace_id and r.read_to < e.id and exists (
                select from workflows f where f.workspace_id = r.workspace_id and f.state = 'live'))
            and not exists (
              select from audience_watches r where r.workspace_id = e.workspace_id and r.read_to < e.id)
            and not exists (
              select from webhook_notifications n
              where n.workspace_id = e.workspace_id and n.event_id = e.id and n.state = 'pending')
          order by created_at limit ${BATCH})`
      deleted = result.count
    } while (deleted === BATCH)
  },
}

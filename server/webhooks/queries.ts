/** The SQL of telling webhooks. */
import { fragment, type Db } from '../db/pool.ts'
import type { WebhookAttemptsRow } from '../db/types/webhook_attempts.ts'
import type { WebhookNotificationsRow } from '../db/types/webhook_notifications.ts'
import type { WebhooksRow } from '../db/types/webhooks.ts'
import type { Delivery } from './queue.ts'

export interface Listener {
  workspace_id: number
  id: number
  /** True if the outbox has events that fan-out has not read. */
  news: boolean
}

/** Over all workspaces with a webhook. */
export const listListeners = (db: Db): Promise<Listener[]> =>
  db<Listener[]>`
    select w.workspace_id, w.id,
      exists (select from events e where e.workspace_id = w.workspace_id and e.id > w.fanned_out_to) as news
    from webhooks w where w.active`

/** Undefined where it is gone, off, or in somebody else's hands. */
export async function lockListener(
  db: Db,
  { workspace_id, id }: Listener,
): Promise<Pick<WebhooksRow, 'url' | 'topics' | 'fanned_out_to'> | undefined> {
  const [row] = await db<Pick<WebhooksRow, 'url' | 'topics' | 'fanned_out_to'>[]>`
    select url, topics, fanned_out_to from webhooks where workspace_id = ${workspace_id} and id = ${id} and active
    for no key update skip locked`
  return row
}

export type Noted = Delivery & { event_id: number }

/** Notes the oldest events that a webhook is to be told of and was not yet, as far as they can be seen. */
export const insertNotifications = (
  db: Db,
  { workspace_id, id }: Listener,
  { topics, fanned_out_to }: Pick<WebhooksRow, 'topics' | 'fanned_out_to'>,
  { limit, now }: { limit: number; now: Date },
): Promise<Noted[]> =>
  db<Noted[]>`
    insert into webhook_notifications (workspace_id, webhook_id, event_id, topic, created_at)
    select e.workspace_id, ${id}::bigint, e.id, e.topic, ${now}::timestamptz from events e
    where e.workspace_id = ${workspace_id} and e.id > ${fanned_out_to} and e.topic = any(${topics})
      and not exists (
        select from webhook_notifications n
        where n.workspace_id = e.workspace_id and n.event_id = e.id and n.webhook_id = ${id})
    order by e.id limit ${limit}
    returning workspace_id, webhook_id, id as notification_id, event_id`

export async function moveListener(db: Db, { workspace_id, id }: Listener, fannedOutTo: number): Promise<void> {
  await db`
    update webhooks set fanned_out_to = ${fannedOutTo}
    where workspace_id = ${workspace_id} and id = ${id} and fanned_out_to < ${fannedOutTo}`
}

export async function insertPing(db: Db, workspaceId: number, webhookId: number, now: Date): Promise<Delivery> {
  const [row] = await db<[Delivery]>`
    insert into webhook_notifications (workspace_id, webhook_id, topic, created_at)
    values (${workspaceId}, ${webhookId}, 'ping', ${now})
    returning workspace_id, webhook_id, id as notification_id`
  return row
}

/** All that is sent, and where. */
export interface Due {
  id: string
  event_id: number | null
  topic: string
  state: WebhookNotificationsRow['state']
  attempts: number
  failures: number
  first_sent_at: Date | null
  created_at: Date
  url: string
  secret: Buffer
  active: boolean
  paused_until: Date | null
  throttles: number
  /** Its own, else the workspace's. */
  version: string | null
  app_id: string
  /** Null for a ping, and of an event that is not kept any more. */
  item: { type?: unknown } | null
  happened_at: Date | null
}

export async function findDue(
  db: Db,
  { workspace_id, webhook_id, notification_id }: Delivery,
): Promise<Due | undefined> {
  const [row] = await db<Due[]>`
    select n.id, n.event_id, n.topic, n.state, n.attempts, n.failures, n.first_sent_at, n.created_at,
      w.url, w.secret, w.active, w.paused_until, w.throttles, coalesce(w.api_version, s.default_version) as version, s.app_id,
      e.item, e.created_at as happened_at
    from webhook_notifications n
    join webhooks w on w.workspace_id = n.workspace_id and w.id = n.webhook_id
    join workspaces s on s.id = n.workspace_id
    left join events e on e.workspace_id = n.workspace_id and e.id = n.event_id
    where n.workspace_id = ${workspace_id} and n.webhook_id = ${webhook_id} and n.id = ${notification_id}`
  return row
}

export type NotificationChanges = Partial<
  Pick<WebhookNotificationsRow, 'state' | 'attempts' | 'failures' | 'first_sent_at'>
>

/** False where another one was quicker. */
export async function updatePending(db: Db, delivery: Delivery, changes: NotificationChanges): Promise<boolean> {
  const { workspace_id, webhook_id, notification_id } = delivery
  const updated = await db`
    update webhook_notifications set ${db(changes, 'state', 'attempts', 'failures', 'first_sent_at')}
    where workspace_id = ${workspace_id} and webhook_id = ${webhook_id} and id = ${notification_id}
      and state = 'pending'`
  return updated.count > 0
}

export async function insertAttempt(db: Db, attempt: Omit<WebhookAttemptsRow, 'id'>): Promise<void> {
  await db`insert into webhook_attempts ${db(attempt, 'workspace_id', 'webhook_id', 'notification_id', 'topic', 'attempt', 'delivered', 'status', 'error', 'duration_ms', 'attempted_at')}`
}

const health = fragment`active, off_reason, paused_until, throttles, failures, failures_since, failing_since`
/** The health of a webhook. */
export type Health = Pick<
  WebhooksRow,
  'active' | 'off_reason' | 'paused_until' | 'throttles' | 'failures' | 'failures_since' | 'failing_since'
>

export async function lockHealth(db: Db, { workspace_id, webhook_id }: Delivery): Promise<Health | undefined> {
  const [row] = await db<Health[]>`
    select ${health} from webhooks where workspace_id = ${workspace_id} and id = ${webhook_id} for no key update`
  return row
}

export async function updateHealth(
  db: Db,
  { workspace_id, webhook_id }: Delivery,
  changes: Partial<Health>,
): Promise<void> {
  await db`
    update webhooks set ${db(changes, 'active', 'off_reason', 'paused_until', 'throttles', 'failures', 'failures_since', 'failing_since')}
    where workspace_id = ${workspace_id} and id = ${webhook_id}`
}

/** Writes nothing where all was well before, as it mostly was. */
export async function updateRecovered(db: Db, { workspace_id, webhook_id }: Delivery): Promise<void> {
  await db`
    update webhooks
    set throttles = 0, failures = 0, failures_since = null, failing_since = null, paused_until = null
    where workspace_id = ${workspace_id} and id = ${webhook_id} and (throttles > 0 or failing_since is not null)`
}

/**
 * Forgets attempts that were made before, notifications whose event is not kept any more, and those
 * that nobody has got to in all the time that anything is kept at the most.
 */
export async function deleteOld(db: Db, { attempted, noted }: { attempted: Date; noted: Date }): Promise<void> {
  await db`delete from webhook_attempts where attempted_at < ${attempted}`
  await db`
    delete from webhook_notifications n
    where n.created_at < ${attempted}
      and (n.created_at < ${noted} or n.state <> 'pending')
      and not exists (select from events e where e.workspace_id = n.workspace_id and e.id = n.event_id)`
  await db`delete from webhook_notifications where created_at < ${noted} and state = 'pending'`
}

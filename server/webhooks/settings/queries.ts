/** The SQL of webhooks as the settings change them. Changes by deliveries are in webhooks/queries.ts. */
import { fragment, type Db } from '../../db/pool.ts'
import type { WebhookAttemptsRow } from '../../db/types/webhook_attempts.ts'
import type { WebhooksRow } from '../../db/types/webhooks.ts'
import { notFound } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'

/** All but the secret, which nobody reads but who signs with it. */
export type WebhookRow = Omit<WebhooksRow, 'secret'>
export type WebhookColumns = Partial<Pick<WebhooksRow, 'url' | 'topics' | 'api_version' | 'active' | 'description'>>

const columns = fragment`
  workspace_id, id, url, description, topics, api_version, active, off_reason, fanned_out_to, paused_until, throttles,
  failures, failures_since, failing_since, created_at, updated_at`

/** A webhook hears of what is written from now on: events have no higher id than this yet. */
const NOW = fragment`(select case when is_called then last_value else 0 end from events_id_seq)`

export const listWebhooks = (db: Db, workspaceId: number): Promise<WebhookRow[]> =>
  db<WebhookRow[]>`select ${columns} from webhooks where workspace_id = ${workspaceId} order by id`

/** @throws 404 not_found */
export async function getWebhook(db: Db, workspaceId: number, id: string | number): Promise<WebhookRow> {
  const number = numberId(id)
  const [row] =
    number === undefined
      ? []
      : await db<WebhookRow[]>`select ${columns} from webhooks where workspace_id = ${workspaceId} and id = ${number}`
  if (!row) throw notFound('resource')
  return row
}

/** @returns the id of a webhook that has no secret yet, which is sealed for its id */
export async function insertWebhook(
  db: Db,
  workspaceId: number,
  webhook: WebhookColumns & { url: string; topics: string[]; active: boolean },
  now: Date,
): Promise<number> {
  const { url, topics, api_version = null, active, description = null } = webhook
  const [made] = await db<[{ id: number }]>`
    insert into webhooks
      (workspace_id, url, topics, api_version, active, description, secret, fanned_out_to, created_at, updated_at)
    values
      (${workspaceId}, ${url}, ${topics}, ${api_version}, ${active}, ${description}, '', ${NOW}, ${now}, ${now})
    returning id`
  return made.id
}

export async function updateWebhookSecret(
  db: Db,
  workspaceId: number,
  id: number,
  secret: Buffer,
  now: Date,
): Promise<void> {
  await db`
    update webhooks set secret = ${secret}, updated_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`
}

/** One that was off hears nothing of the time between. One that goes elsewhere, or is turned on, begins anew. */
export async function updateWebhook(
  db: Db,
  workspaceId: number,
  id: number,
  changes: WebhookColumns,
  now: Date,
): Promise<void> {
  const begins = changes.url !== undefined || changes.active === true
  await db`
    update webhooks set
      ${db({ ...changes, updated_at: now }, 'url', 'topics', 'api_version', 'active', 'description', 'updated_at')}
      ${changes.active ? fragment`, fanned_out_to = case when active then fanned_out_to else ${NOW} end` : fragment``}
      ${changes.active === undefined ? fragment`` : fragment`, off_reason = null`}
      ${
        begins
          ? fragment`, paused_until = null, throttles = 0, failures = 0, failures_since = null, failing_since = null`
          : fragment``
      }
    where workspace_id = ${workspaceId} and id = ${id}`
}

export async function deleteWebhook(db: Db, workspaceId: number, id: number): Promise<void> {
  await db`delete from webhooks where workspace_id = ${workspaceId} and id = ${id}`
}

export const listAttempts = (
  db: Db,
  workspaceId: number,
  id: number,
  { limit }: { limit: number },
): Promise<WebhookAttemptsRow[]> =>
  db<WebhookAttemptsRow[]>`
    select * from webhook_attempts where workspace_id = ${workspaceId} and webhook_id = ${id}
    order by id desc limit ${limit}`

/**
 * A webhook as the settings show it: where it goes, what it is told, in which form, and how it fares.
 * Its secret is shown where it is made, and never again.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { Id, model, Nullable, Timestamp } from '../../schema/types.ts'
import type { WebhookRow } from './queries.ts'

const told = {
  type: Type.Literal('webhook'),
  id: Id,
  url: Type.String(),
  description: Nullable(Type.String()),
  topics: Type.Array(Type.String()),
  api_version: Nullable(
    Type.String({ description: 'The form in which it is told; where it is null, as the workspace is answered.' }),
  ),
  active: Type.Boolean(),
  off_reason: Nullable(
    Type.Enum(['gone', 'failing'], {
      description: 'Why it was turned off: its receiver answered 410, or failed for a week.',
    }),
  ),
  paused_until: Nullable(Timestamp),
  failing_since: Nullable(Timestamp),
  created_at: Timestamp,
  updated_at: Timestamp,
}

export const Webhook = model('webhook', told)
export const WebhookWithSecret = model('webhook_with_secret', {
  ...told,
  secret: Type.String({ description: 'Signs what is sent. It cannot be shown again.' }),
})

export const presentWebhook = (row: WebhookRow): Static<typeof Webhook> => ({
  type: 'webhook',
  id: String(row.id),
  url: row.url,
  description: row.description,
  topics: row.topics,
  api_version: row.api_version,
  active: row.active,
  off_reason: row.off_reason as 'gone' | 'failing' | null,
  paused_until: unix(row.paused_until),
  failing_since: unix(row.failing_since),
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})

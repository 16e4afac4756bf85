/**
 * A webhook as the settings show it: where it goes, what it is told, in which form, and how it fares.
 * Its secret is shown where it is made, and never again.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { CreatedAt, described, IdOf, model, Nullable, Timestamp, UpdatedAt } from '../../schema/types.ts'
import type { WebhookRow } from './queries.ts'

const told = {
  type: Type.Literal('webhook'),
  id: IdOf('webhook'),
  url: described(Type.String(), 'The address that notifications are sent to.'),
  description: described(Nullable(Type.String()), 'A note on what it is for; null if there is none.'),
  topics: described(Type.Array(Type.String()), 'The topics that it is told of.'),
  api_version: Nullable(
    Type.String({ description: 'The form in which it is told; where it is null, as the workspace is answered.' }),
  ),
  active: described(Type.Boolean(), 'True if notifications are sent.'),
  off_reason: Nullable(
    Type.Enum(['gone', 'failing'], {
      description: 'The reason for turning it off: its receiver answered 410, or failed for a week.',
    }),
  ),
  paused_until: described(Nullable(Timestamp), 'When sending goes on after many failures; null if it is not paused.'),
  failing_since: described(Nullable(Timestamp), 'Since when every attempt has failed; null if the last succeeded.'),
  created_at: CreatedAt('webhook'),
  updated_at: UpdatedAt('webhook'),
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

/** The webhook in the activity log: without the query of its address, which may hold a key of the receiver. */
export const loggedWebhook = ({ id, url, topics }: WebhookRow) => {
  const { origin, pathname } = new URL(url)
  return { id, url: origin + pathname, topics }
}

/** An attempt to tell a webhook of something. Bodies of requests and answers are not stored. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { WebhookAttemptsRow } from '../../db/types/webhook_attempts.ts'
import { Id, model, Nullable, Timestamp } from '../../schema/types.ts'
import { notificationId } from '../notification-id.ts'

export const WebhookAttempt = model('webhook_attempt', {
  type: Type.Literal('webhook_attempt'),
  id: Id,
  notification_id: Nullable(Type.String({ description: 'As the notification tells it; a ping has none.' })),
  topic: Type.String(),
  attempt: Type.Integer({ description: 'The number of the attempt for this notification, from 1.' }),
  status: Type.Enum(['delivered', 'failed']),
  code: Nullable(Type.Integer({ description: 'The status of the answer; null where none came.' })),
  error: Nullable(Type.String({ description: 'Why none came.' })),
  duration_ms: Type.Integer(),
  attempted_at: Timestamp,
})

export const presentAttempt = (row: WebhookAttemptsRow): Static<typeof WebhookAttempt> => ({
  type: 'webhook_attempt',
  id: String(row.id),
  notification_id: row.notification_id && notificationId(row.notification_id),
  topic: row.topic,
  attempt: row.attempt,
  status: row.delivered ? 'delivered' : 'failed',
  code: row.status,
  error: row.error,
  duration_ms: row.duration_ms,
  attempted_at: unix(row.attempted_at),
})

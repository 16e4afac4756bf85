/** An attempt to tell a webhook of something. Bodies of requests and answers are not stored. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { WebhookAttemptsRow } from '../../db/types/webhook_attempts.ts'
import { described, IdOf, model, Nullable, Timestamp } from '../../schema/types.ts'
import { notificationId } from '../notification-id.ts'

export const WebhookAttempt = model('webhook_attempt', {
  type: Type.Literal('webhook_attempt'),
  id: IdOf('attempt'),
  notification_id: Nullable(Type.String({ description: 'As the notification tells it; a ping has none.' })),
  topic: described(Type.String(), 'The topic of the notification.'),
  attempt: Type.Integer({ description: 'The number of the attempt for this notification, from 1.' }),
  status: described(Type.Enum(['delivered', 'failed']), '`delivered` if the receiver took it.'),
  code: Nullable(Type.Integer({ description: 'The status of the answer; null where none came.' })),
  error: Nullable(Type.String({ description: 'The reason that none came.' })),
  duration_ms: described(Type.Integer(), 'The duration of the attempt, in milliseconds.'),
  attempted_at: described(Timestamp, 'When it was made.'),
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

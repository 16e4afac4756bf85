/**
 * Hands notifications to the worker. Each webhook has a few queues, so that one whose receiver is slow
 * keeps no more than as many deliveries busy, and the others are not kept waiting.
 */
import type { Db } from '../db/pool.ts'
import { enqueueAll } from '../queue/enqueue.ts'

/** Payload of a delivery's job. */
export interface Delivery {
  workspace_id: number
  webhook_id: number
  notification_id: string
}

export const DELIVER = 'deliver_notification'
const QUEUES = 4

export const queueNotifications = (db: Db, deliveries: Delivery[], runAt?: Date): Promise<void> =>
  enqueueAll(
    db,
    DELIVER,
    deliveries.map((payload) => ({ payload, queue: queueOf(payload) })),
    runAt,
  )

const queueOf = ({ webhook_id, notification_id }: Delivery): string =>
  `webhook ${webhook_id}.${parseInt(notification_id.slice(0, 4), 16) % QUEUES}`

/** Hands notifications to the worker, with the flags by which it shares its deliveries out (queue/shares.ts). */
import type { Db } from '../db/pool.ts'
import { enqueueAll } from '../queue/enqueue.ts'
import { flagsOf } from '../queue/shares.ts'

/** Payload of a delivery's job. */
export interface Delivery {
  workspace_id: number
  webhook_id: number
  notification_id: string
}

export const DELIVER = 'deliver_notification'

export const flagsOfDelivery = ({ workspace_id, webhook_id }: Delivery, url: string): string[] => [
  `webhook ${webhook_id}`,
  ...flagsOf(workspace_id, url),
]

/** @param url the address of the webhook */
export const queueNotifications = (db: Db, deliveries: Delivery[], url: string, runAt: Date): Promise<void> =>
  enqueueAll(
    db,
    DELIVER,
    deliveries.map((payload) => ({ payload, flags: flagsOfDelivery(payload, url) })),
    runAt,
  )

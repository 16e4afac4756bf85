/** Hands notifications to the worker, with the flags by which it shares its deliveries out (shares.ts). */
import type { Db } from '../db/pool.ts'
import { enqueueAll } from '../queue/enqueue.ts'
import { flagsOf } from './shares.ts'

/** Payload of a delivery's job. */
export interface Delivery {
  workspace_id: number
  webhook_id: number
  notification_id: string
}

export const DELIVER = 'deliver_notification'

/** @param url the address of the webhook */
export const queueNotifications = (db: Db, deliveries: Delivery[], url: string, runAt: Date): Promise<void> =>
  enqueueAll(
    db,
    DELIVER,
    deliveries.map((payload) => ({ payload, flags: flagsOf(payload, url) })),
    runAt,
  )

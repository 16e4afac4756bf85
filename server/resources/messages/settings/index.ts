/** Messages by phone as the settings send them together, and reports of their deliveries. */
import { createBroadcast } from './create-broadcast.ts'
import { reportDelivery } from './report-delivery.ts'

export const broadcastSettings = [createBroadcast, reportDelivery]

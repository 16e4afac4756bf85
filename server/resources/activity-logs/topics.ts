import { DeliveredActivityLog } from './activity-log.ts'

/** Webhook topics of activity logs and the model of each. */
export const activityLogTopics = { 'admin.activity_log_event.created': DeliveredActivityLog }

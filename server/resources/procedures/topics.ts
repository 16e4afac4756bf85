import { HitlNotification } from './notification.ts'

/** Webhook topics of procedures and the model of each. */
export const procedureTopics = {
  'procedure.hitl_notification.created': HitlNotification,
}

import { DeliveredAdmin } from './delivered-admin.ts'

/** Webhook topics of admins and the model of each. */
export const adminTopics = {
  'admin.added_to_workspace': DeliveredAdmin,
  'admin.away_mode_updated': DeliveredAdmin,
  'admin.removed_from_workspace': DeliveredAdmin,
}

import { Admin } from './admin.ts'

/** Webhook topics of admins and the model of each. */
export const adminTopics = {
  'admin.added_to_workspace': Admin,
  'admin.away_mode_updated': Admin,
  'admin.removed_from_workspace': Admin,
}

/** The types of recorded changes. Intercom's list is longer: a type stands here once something is recorded with it. */
export const ACTIVITY_TYPES = [
  'admin_avatar_change',
  'admin_away_mode_change',
  'admin_conversation_assignment_limit_change',
  'admin_deletion',
  'admin_permission_change',
  'admin_provisioned',
  'app_data_export',
  'app_identity_verification_change',
  'app_name_change',
  'app_outbound_address_change',
  'app_team_creation',
  'app_team_deletion',
  'app_team_membership_modification',
  'app_timezone_change',
  'app_webhook_creation',
  'app_webhook_deletion',
  'bulk_delete',
  'conversation_part_deletion',
  'help_center_settings_change',
  'message_deletion',
  'office_hours_change',
  'seat_change',
  'security_settings_change',
  'team_assignment_limit_change',
] as const

export type ActivityType = (typeof ACTIVITY_TYPES)[number]

/** Columns that are json or jsonb in every table that has one of this name. */
export const JSON_COLUMNS: ReadonlySet<string> = new Set([
  'attachments',
  'custom_attributes',
  'details',
  'event_details',
  'filter',
  'intervals',
  'item',
  'metadata',
  'request',
  'social_profiles',
  'source_attachments',
  'tags',
  'team_response_times',
  'ticket_attributes',
  'translations',
])

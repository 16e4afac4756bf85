/** Columns that are json or jsonb in every table that has one of this name. */
export const JSON_COLUMNS: ReadonlySet<string> = new Set([
  'attachments',
  'attributes',
  'audience',
  'custom_attributes',
  'data',
  'details',
  'event_details',
  'filter',
  'item',
  'metadata',
  'social_profiles',
  'source_attachments',
  'tags',
  'team_response_times',
  'translations',
])

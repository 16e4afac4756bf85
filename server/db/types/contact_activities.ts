export type ContactActivitiesWorkspaceId = number;

export type ContactActivitiesId = number;

export interface ContactActivitiesRow {
  workspace_id: ContactActivitiesWorkspaceId;
  id: ContactActivitiesId;
  event_type: string;
  contact_id: string;
  role: string | null;
  merge_source_id: string | null;
  merge_target_id: string | null;
  failure_reason: string | null;
  created_at: Date;
}
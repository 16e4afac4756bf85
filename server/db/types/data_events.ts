export interface DataEventsRow {
  workspace_id: number;
  contact_id: string;
  created_at: Date;
  event_name: string;
  id: string;
  metadata: unknown;
}
import type { WorkspacesId } from './workspaces.ts';

export interface FinSettingsRow {
  workspace_id: WorkspacesId;
  enabled: boolean;
  asks_for_rating: boolean;
  rating_hours: number;
  quiet_minutes: number;
  takes_input: boolean;
  assignee_type: string | null;
  assignee_id: number | null;
  updated_at: Date;
}
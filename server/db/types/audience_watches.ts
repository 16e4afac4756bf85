import type { WorkspacesId } from './workspaces.ts';

export interface AudienceWatchesRow {
  workspace_id: WorkspacesId;
  read_to: number;
  checked_at: Date;
}
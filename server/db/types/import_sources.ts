import type { WorkspacesId } from './workspaces.ts';

export type ImportSourcesId = number;

export interface ImportSourcesRow {
  workspace_id: WorkspacesId;
  id: ImportSourcesId;
  sync_behavior: string;
  status: string;
  url: string;
  last_synced_at: Date;
  created_at: Date;
  updated_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';

export type BulkJobsId = number;

export interface BulkJobsRow {
  workspace_id: WorkspacesId;
  id: BulkJobsId;
  resource: string;
  created_at: Date;
  updated_at: Date;
  completed_at: Date | null;
}
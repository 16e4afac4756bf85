import type { WorkspacesId } from './workspaces.ts';
import type { BulkJobsId } from './bulk_jobs.ts';
import type { AdminsId } from './admins.ts';

export type BulkTasksId = number;

export interface BulkTasksRow {
  workspace_id: WorkspacesId;
  id: BulkTasksId;
  job_id: BulkJobsId;
  action: string;
  admin_id: AdminsId;
  item_count: number;
  error_count: number;
  created_at: Date;
  started_at: Date | null;
  completed_at: Date | null;
}
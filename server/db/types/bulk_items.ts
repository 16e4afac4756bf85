import type { WorkspacesId } from './workspaces.ts';
import type { BulkTasksId } from './bulk_tasks.ts';

export type BulkItemsPosition = number;

export interface BulkItemsRow {
  workspace_id: WorkspacesId;
  task_id: BulkTasksId;
  position: BulkItemsPosition;
  details: unknown | null;
  error_code: string | null;
  error_message: string | null;
}
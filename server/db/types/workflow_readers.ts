import type { WorkspacesId } from './workspaces.ts';

export interface WorkflowReadersRow {
  workspace_id: WorkspacesId;
  read_to: number;
}
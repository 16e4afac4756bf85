import type { WorkspacesId } from './workspaces.ts';

export type WorkflowsId = string;

export interface WorkflowsRow {
  workspace_id: WorkspacesId;
  id: WorkflowsId;
  title: string;
  description: string | null;
  state: string;
  position: number;
  version: number;
  live_after: number | null;
  created_at: Date;
  updated_at: Date;
  kind: string;
}
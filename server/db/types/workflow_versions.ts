import type { WorkspacesId } from './workspaces.ts';
import type { WorkflowsId } from './workflows.ts';

export type WorkflowVersionsNumber = number;

export interface WorkflowVersionsRow {
  workspace_id: WorkspacesId;
  workflow_id: WorkflowsId;
  number: WorkflowVersionsNumber;
  trigger_type: string;
  conditions: unknown | null;
  steps: unknown;
  connector_ids: number[];
  created_at: Date;
}
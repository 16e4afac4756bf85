import type { WorkspacesId } from './workspaces.ts';
import type { WorkflowRunsId } from './workflow_runs.ts';

export type WorkflowRunStepsStep = number;

export interface WorkflowRunStepsRow {
  workspace_id: WorkspacesId;
  run_id: WorkflowRunsId;
  step: WorkflowRunStepsStep;
  outcome: string;
  error: string | null;
  done_at: Date;
}
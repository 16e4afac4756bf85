import type { WorkspacesId } from './workspaces.ts';
import type { WorkflowRunsId } from './workflow_runs.ts';

export type ProcedureInputRequestsStep = number;

export interface ProcedureInputRequestsRow {
  workspace_id: WorkspacesId;
  run_id: WorkflowRunsId;
  step: ProcedureInputRequestsStep;
  thread_id: number;
  step_id: string;
  question: string;
  attributes: unknown;
  expires_at: Date;
  input: unknown | null;
  fulfilled_at: Date | null;
  fulfilled_by: number | null;
  created_at: Date;
}
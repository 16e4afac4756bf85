import type { WorkspacesId } from './workspaces.ts';
import type { WorkflowsId } from './workflows.ts';
import type { WorkflowVersionsNumber } from './workflow_versions.ts';
import type { ThreadsId } from './threads.ts';

export type WorkflowRunsId = number;

export interface WorkflowRunsRow {
  workspace_id: WorkspacesId;
  id: WorkflowRunsId;
  workflow_id: WorkflowsId;
  version: WorkflowVersionsNumber;
  event_id: number | null;
  thread_id: ThreadsId;
  message: string | null;
  depth: number;
  state: string;
  outcome: string | null;
  step: number;
  due_at: Date | null;
  token: number;
  waits_from: unknown | null;
  created_at: Date;
  ended_at: Date | null;
  session_id: number | null;
  variables: unknown;
  error: string | null;
}
import type { WorkspacesId } from './workspaces.ts';

export type PlansId = number;

export interface PlansRow {
  workspace_id: WorkspacesId;

  id: PlansId;

  name: string;
}

export interface PlansInitializer {
  workspace_id: WorkspacesId;

  id?: PlansId;

  name: string;
}

export interface PlansMutator {
  workspace_id?: WorkspacesId;

  id?: PlansId;

  name?: string;
}
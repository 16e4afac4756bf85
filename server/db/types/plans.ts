import type { WorkspacesId } from './workspaces.ts';

export type PlansId = number;

export interface PlansRow {
  workspace_id: WorkspacesId;
  id: PlansId;
  name: string;
}
import type { WorkspacesId } from './workspaces.ts';

export type TeamsId = number;

export interface TeamsRow {
  workspace_id: WorkspacesId;
  id: TeamsId;
  name: string;
  distribution_method: string | null;
  assignment_limit: number | null;
  created_at: Date;
  deleted_at: Date | null;
}
import type { WorkspacesId } from './workspaces.ts';

export type AudiencesId = number;

export interface AudiencesRow {
  workspace_id: WorkspacesId;
  id: AudiencesId;
  name: string;
  predicates: unknown;
  role_predicates: unknown;
  created_at: Date;
  updated_at: Date;
}
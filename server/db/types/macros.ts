import type { WorkspacesId } from './workspaces.ts';

export type MacrosId = number;

export interface MacrosRow {
  workspace_id: WorkspacesId;
  id: MacrosId;
  name: string;
  body: string;
  visible_to: string;
  visible_to_team_ids: number[];
  available_on: string[];
  created_at: Date;
  updated_at: Date;
}
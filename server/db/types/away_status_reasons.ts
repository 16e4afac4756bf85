import type { WorkspacesId } from './workspaces.ts';

export type AwayStatusReasonsId = number;

export interface AwayStatusReasonsRow {
  workspace_id: WorkspacesId;
  id: AwayStatusReasonsId;
  label: string;
  emoji: string;
  position: number;
  deleted: boolean;
  created_at: Date;
  updated_at: Date;
}
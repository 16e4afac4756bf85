import type { WorkspacesId } from './workspaces.ts';

export type BannersId = number;

export interface BannersRow {
  workspace_id: WorkspacesId;
  id: BannersId;
  title: string | null;
  body: string | null;
  style: string;
  position: string;
  show_dismiss_button: boolean;
  action: unknown | null;
  audience: unknown | null;
  live: boolean;
  created_at: Date;
  updated_at: Date;
}
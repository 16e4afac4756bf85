import type { WorkspacesId } from './workspaces.ts';

export type FoldersId = number;

export interface FoldersRow {
  workspace_id: WorkspacesId;
  id: FoldersId;
  name: string;
  description: string | null;
  emoji: string | null;
  parent_folder_id: FoldersId | null;
  created_at: Date;
  updated_at: Date;
}
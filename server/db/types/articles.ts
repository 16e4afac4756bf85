import type { WorkspacesId } from './workspaces.ts';
import type { FoldersId } from './folders.ts';

export type ArticlesId = number;

export interface ArticlesRow {
  workspace_id: WorkspacesId;
  id: ArticlesId;
  parent_id: number | null;
  views: number;
  conversations: number;
  happy: number;
  neutral: number;
  sad: number;
  scheduled_publish_at: Date | null;
  scheduled_unpublish_at: Date | null;
  created_by_id: number | null;
  updated_by_id: number | null;
  created_at: Date;
  updated_at: Date;
  folder_id: FoldersId | null;
}
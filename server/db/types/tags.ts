import type { WorkspacesId } from './workspaces.ts';

export type TagsId = number;

export interface TagsRow {
  workspace_id: WorkspacesId;
  id: TagsId;
  name: string;
  created_at: Date;
}
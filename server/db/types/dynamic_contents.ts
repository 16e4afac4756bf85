import type { WorkspacesId } from './workspaces.ts';

export type DynamicContentsId = number;

export interface DynamicContentsRow {
  workspace_id: WorkspacesId;
  id: DynamicContentsId;
  name: string;
  key: string;
  content_type: string;
  default_locale: string;
  created_at: Date;
  updated_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';

export type NewsfeedsId = number;

export interface NewsfeedsRow {
  workspace_id: WorkspacesId;
  id: NewsfeedsId;
  name: string;
  created_at: Date;
  updated_at: Date;
}
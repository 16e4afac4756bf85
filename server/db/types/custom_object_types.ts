import type { WorkspacesId } from './workspaces.ts';

export type CustomObjectTypesId = number;

export interface CustomObjectTypesRow {
  workspace_id: WorkspacesId;
  id: CustomObjectTypesId;
  identifier: string;
  name: string;
  description: string | null;
  created_at: Date;
  updated_at: Date;
}
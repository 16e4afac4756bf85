import type { WorkspacesId } from './workspaces.ts';

export type SegmentsId = string;

export interface SegmentsRow {
  workspace_id: WorkspacesId;
  id: SegmentsId;
  name: string;
  person_type: string;
  filter: unknown | null;
  created_at: Date;
  updated_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';
import type { FilesId } from './files.ts';

export type ExportsId = number;

export interface ExportsRow {
  workspace_id: WorkspacesId;
  id: ExportsId;
  kind: string;
  identifier: string;
  status: string;
  from_time: Date;
  to_time: Date;
  dataset_id: string | null;
  attribute_ids: string[];
  with_unanswered: boolean;
  attempts: number;
  file_id: FilesId | null;
  created_at: Date;
  completed_at: Date | null;
  expires_at: Date | null;
}
import type { WorkspacesId } from './workspaces.ts';
import type { FilesId } from './files.ts';

export type FileChunksStartsAt = number;

export interface FileChunksRow {
  workspace_id: WorkspacesId;
  file_id: FilesId;
  starts_at: FileChunksStartsAt;
  bytes: Buffer;
}
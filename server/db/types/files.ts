import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';

export type FilesId = number;

export interface FilesRow {
  workspace_id: WorkspacesId;
  id: FilesId;
  thread_id: ThreadsId | null;
  name: string;
  content_type: string;
  size: number;
  bytes: Buffer;
  secret: string;
  created_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';
import type { FilesId } from './files.ts';

export type AttachmentFetchesId = number;

export interface AttachmentFetchesRow {
  workspace_id: WorkspacesId;
  id: AttachmentFetchesId;
  thread_id: ThreadsId;
  url: string;
  origin: string;
  state: string;
  attempts: number;
  error: string | null;
  file_id: FilesId | null;
  created_at: Date;
  settled_at: Date | null;
}
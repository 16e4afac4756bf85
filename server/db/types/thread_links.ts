import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';

export interface ThreadLinksRow {
  workspace_id: WorkspacesId;
  ticket_id: ThreadsId;
  thread_id: ThreadsId;
  is_tracker: boolean;
  created_at: Date;
}
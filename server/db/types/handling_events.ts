import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';
import type { AdminsId } from './admins.ts';

export type HandlingEventsId = number;

export interface HandlingEventsRow {
  workspace_id: WorkspacesId;
  id: HandlingEventsId;
  thread_id: ThreadsId;
  admin_id: AdminsId;
  type: string;
  reason: string | null;
  happened_at: Date;
}
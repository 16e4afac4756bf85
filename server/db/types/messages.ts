import type { WorkspacesId } from './workspaces.ts';
import type { AdminsId } from './admins.ts';
import type { ThreadsId } from './threads.ts';

export type MessagesId = number;

export interface MessagesRow {
  workspace_id: WorkspacesId;
  id: MessagesId;
  message_type: string;
  admin_id: AdminsId;
  subject: string | null;
  template: string | null;
  body: string;
  thread_id: ThreadsId | null;
  created_at: Date;
  locale: string | null;
}
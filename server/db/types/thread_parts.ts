import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';
import type { ContactsId } from './contacts.ts';
import type { AdminsId } from './admins.ts';

export type ThreadPartsId = number;

export interface ThreadPartsRow {
  workspace_id: WorkspacesId;
  id: ThreadPartsId;
  thread_id: ThreadsId;
  part_type: string;
  body: string | null;
  author_type: string;
  author_contact_id: ContactsId | null;
  author_admin_id: AdminsId | null;
  assigned_to_type: string | null;
  assigned_to_id: number | null;
  attachments: unknown;
  external_id: string | null;
  redacted: boolean;
  state: string;
  tags: unknown;
  event_details: unknown | null;
  metadata: unknown | null;
  app_package_code: string | null;
  created_at: Date;
  updated_at: Date;
  notified_at: Date;
  external_reply_send_state: string | null;
  external_reply_info_message: string | null;
  seen_by_admin_id: number | null;
  seen_at: Date | null;
  from_ai_agent: boolean;
  is_ai_answer: boolean;
}
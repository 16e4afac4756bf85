import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';
import type { AdminsId } from './admins.ts';
import type { ContactsId } from './contacts.ts';
import type { FilesId } from './files.ts';

export type CallsId = number;

export interface CallsRow {
  workspace_id: WorkspacesId;
  id: CallsId;
  provider: string;
  external_id: string | null;
  direction: string;
  state: string;
  phone: string | null;
  conversation_id: ThreadsId | null;
  admin_id: AdminsId | null;
  contact_id: ContactsId | null;
  initiated_at: Date;
  answered_at: Date | null;
  ended_at: Date | null;
  ended_reason: string | null;
  queue_time: number | null;
  hold_time: number | null;
  resolution_state: string | null;
  attributes: unknown;
  recording_file_id: FilesId | null;
  transcript: string | null;
  summary: string;
  created_at: Date;
  updated_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';
import type { MessagesId } from './messages.ts';
import type { ThreadsId } from './threads.ts';

export type MailsId = number;

export interface MailsRow {
  workspace_id: WorkspacesId;
  id: MailsId;
  message_id: string;
  reply_token: string;
  source_id: MessagesId | null;
  thread_id: ThreadsId | null;
  part_id: number | null;
  from_name: string;
  from_address: string;
  mail_domain: string;
  subject: string;
  body: string;
  attachments: unknown;
  attempts: number;
  created_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';
import type { MessagesId } from './messages.ts';
import type { ThreadsId } from './threads.ts';
import type { ContactsId } from './contacts.ts';

export type ChannelMessagesId = number;

export interface ChannelMessagesRow {
  workspace_id: WorkspacesId;
  id: ChannelMessagesId;
  channel: string;
  ruleset_id: string | null;
  source_id: MessagesId;
  thread_id: ThreadsId | null;
  contact_id: ContactsId;
  phone: string;
  template_name: string | null;
  provider_message_id: string | null;
  status: string;
  error_message: string | null;
  error_details: string | null;
  created_at: Date;
  updated_at: Date;
}
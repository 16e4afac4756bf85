import type { WorkspacesId } from './workspaces.ts';
import type { MessagesId } from './messages.ts';
import type { ContactsId } from './contacts.ts';

export interface MessageRecipientsRow {
  workspace_id: WorkspacesId;
  message_id: MessagesId;
  contact_id: ContactsId;
  kind: string;
  position: number;
}
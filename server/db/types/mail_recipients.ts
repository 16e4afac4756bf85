import type { WorkspacesId } from './workspaces.ts';
import type { MailsId } from './mails.ts';
import type { ContactsId } from './contacts.ts';

export type MailRecipientsPosition = number;

export interface MailRecipientsRow {
  workspace_id: WorkspacesId;
  mail_id: MailsId;
  position: MailRecipientsPosition;
  kind: string;
  contact_id: ContactsId | null;
  name: string | null;
  address: string;
  state: string;
  answer: string | null;
  settled_at: Date | null;
}
import type { WorkspacesId } from './workspaces.ts';
import type { ContactsId } from './contacts.ts';

export type PhoneSwitchesId = string;

export interface PhoneSwitchesRow {
  workspace_id: WorkspacesId;
  id: PhoneSwitchesId;
  contact_id: ContactsId;
  created_at: Date;
}
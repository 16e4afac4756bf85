import type { WorkspacesId } from './workspaces.ts';
import type { ContactsId } from './contacts.ts';

export interface ContactMergesRow {
  workspace_id: WorkspacesId;
  from_id: ContactsId;
  into_id: ContactsId;
  from_role: string;
  from_external_id: string | null;
  merged_at: Date;
}
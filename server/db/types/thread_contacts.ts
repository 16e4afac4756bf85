import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';
import type { ContactsId } from './contacts.ts';

export interface ThreadContactsRow {
  workspace_id: WorkspacesId;
  thread_id: ThreadsId;
  contact_id: ContactsId;
  created_at: Date;
}
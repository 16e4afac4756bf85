import type { WorkspacesId } from './workspaces.ts';
import type { ContactsId } from './contacts.ts';
import type { TagsId } from './tags.ts';

export interface ContactTagsRow {
  workspace_id: WorkspacesId;
  contact_id: ContactsId;
  tag_id: TagsId;
  applied_by: number | null;
  applied_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';
import type { ContactsId } from './contacts.ts';

export type DataEventSummariesEventName = string;

export interface DataEventSummariesRow {
  workspace_id: WorkspacesId;
  contact_id: ContactsId;
  event_name: DataEventSummariesEventName;
  first_at: Date;
  last_at: Date;
  count: number;
}
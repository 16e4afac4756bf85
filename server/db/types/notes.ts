import type { WorkspacesId } from './workspaces.ts';
import type { ContactsId } from './contacts.ts';
import type { CompaniesId } from './companies.ts';
import type { AdminsId } from './admins.ts';

export type NotesId = number;

export interface NotesRow {
  workspace_id: WorkspacesId;
  id: NotesId;
  contact_id: ContactsId | null;
  company_id: CompaniesId | null;
  admin_id: AdminsId | null;
  body: string;
  created_at: Date;
}
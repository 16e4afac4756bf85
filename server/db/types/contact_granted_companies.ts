import type { WorkspacesId } from './workspaces.ts';
import type { ContactsId } from './contacts.ts';
import type { CompaniesId } from './companies.ts';

export interface ContactGrantedCompaniesRow {
  workspace_id: WorkspacesId;
  contact_id: ContactsId;
  company_id: CompaniesId;
  created_at: Date;
}
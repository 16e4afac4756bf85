import type { WorkspacesId } from './workspaces.ts';
import type { CompaniesId } from './companies.ts';
import type { TagsId } from './tags.ts';

export interface CompanyTagsRow {
  workspace_id: WorkspacesId;
  company_id: CompaniesId;
  tag_id: TagsId;
  applied_by: number | null;
  applied_at: Date;
}
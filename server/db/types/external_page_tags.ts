import type { WorkspacesId } from './workspaces.ts';
import type { ExternalPagesId } from './external_pages.ts';
import type { TagsId } from './tags.ts';
import type { AdminsId } from './admins.ts';

export interface ExternalPageTagsRow {
  workspace_id: WorkspacesId;
  external_page_id: ExternalPagesId;
  tag_id: TagsId;
  applied_by: AdminsId | null;
  applied_at: Date;
}
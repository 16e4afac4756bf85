import type { WorkspacesId } from './workspaces.ts';
import type { ExternalPagesId } from './external_pages.ts';
import type { AudiencesId } from './audiences.ts';

export interface ExternalPageAudiencesRow {
  workspace_id: WorkspacesId;
  external_page_id: ExternalPagesId;
  audience_id: AudiencesId;
}
import type { WorkspacesId } from './workspaces.ts';
import type { ImportSourcesId } from './import_sources.ts';
import type { AudiencesId } from './audiences.ts';

export interface ImportSourceAudiencesRow {
  workspace_id: WorkspacesId;
  import_source_id: ImportSourcesId;
  audience_id: AudiencesId;
}
import type { WorkspacesId } from './workspaces.ts';
import type { ContentSnippetsId } from './content_snippets.ts';
import type { AudiencesId } from './audiences.ts';

export interface ContentSnippetAudiencesRow {
  workspace_id: WorkspacesId;
  content_snippet_id: ContentSnippetsId;
  audience_id: AudiencesId;
}
import type { WorkspacesId } from './workspaces.ts';
import type { ContentSnippetsId } from './content_snippets.ts';
import type { TagsId } from './tags.ts';
import type { AdminsId } from './admins.ts';

export interface ContentSnippetTagsRow {
  workspace_id: WorkspacesId;
  content_snippet_id: ContentSnippetsId;
  tag_id: TagsId;
  applied_by: AdminsId | null;
  applied_at: Date;
}
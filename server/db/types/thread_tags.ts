import type { WorkspacesId } from './workspaces.ts';
import type { ThreadsId } from './threads.ts';
import type { TagsId } from './tags.ts';

export interface ThreadTagsRow {
  workspace_id: WorkspacesId;
  thread_id: ThreadsId;
  tag_id: TagsId;
  applied_by: number | null;
  applied_at: Date;
}
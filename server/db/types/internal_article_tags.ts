import type { WorkspacesId } from './workspaces.ts';
import type { InternalArticlesId } from './internal_articles.ts';
import type { TagsId } from './tags.ts';
import type { AdminsId } from './admins.ts';

export interface InternalArticleTagsRow {
  workspace_id: WorkspacesId;
  internal_article_id: InternalArticlesId;
  tag_id: TagsId;
  applied_by: AdminsId | null;
  applied_at: Date;
}
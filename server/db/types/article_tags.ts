import type { WorkspacesId } from './workspaces.ts';
import type { ArticlesId } from './articles.ts';
import type { TagsId } from './tags.ts';

export interface ArticleTagsRow {
  workspace_id: WorkspacesId;
  article_id: ArticlesId;
  tag_id: TagsId;
  applied_by: number | null;
  applied_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';
import type { InternalArticlesId } from './internal_articles.ts';
import type { AudiencesId } from './audiences.ts';

export interface InternalArticleAudiencesRow {
  workspace_id: WorkspacesId;
  internal_article_id: InternalArticlesId;
  audience_id: AudiencesId;
}
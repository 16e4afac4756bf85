import type { WorkspacesId } from './workspaces.ts';
import type { ArticlesId } from './articles.ts';

export type ArticleImportsPath = string;

export interface ArticleImportsRow {
  workspace_id: WorkspacesId;
  path: ArticleImportsPath;
  locale: string;
  article_id: ArticlesId;
  source_id: string | null;
  digest: string | null;
  imported_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';
import type { ArticlesId } from './articles.ts';

export type ArticleVersionsId = number;

export interface ArticleVersionsRow {
  workspace_id: WorkspacesId;
  id: ArticleVersionsId;
  article_id: ArticlesId;
  locale: string;
  from_version_id: number | null;
  title: string;
  description: string;
  body: string;
  markdown: string;
  author_id: number;
  created_by_id: number | null;
  created_via: string;
  created_at: Date;
}
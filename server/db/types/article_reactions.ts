import type { WorkspacesId } from './workspaces.ts';
import type { ArticlesId } from './articles.ts';

export type ArticleReactionsReaderId = string;

export interface ArticleReactionsRow {
  workspace_id: WorkspacesId;
  article_id: ArticlesId;
  reader_id: ArticleReactionsReaderId;
  reaction: string;
  created_at: Date;
  updated_at: Date;
}
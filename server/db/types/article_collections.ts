import type { WorkspacesId } from './workspaces.ts';
import type { ArticlesId } from './articles.ts';
import type { CollectionsId } from './collections.ts';

export interface ArticleCollectionsRow {
  workspace_id: WorkspacesId;
  article_id: ArticlesId;
  collection_id: CollectionsId;
  place: number;
}
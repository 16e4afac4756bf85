import type { WorkspacesId } from './workspaces.ts';
import type { HelpCentersId } from './help_centers.ts';
import type { ArticlesId } from './articles.ts';
import type { CollectionsId } from './collections.ts';

export type HelpCenterRedirectsId = number;

export interface HelpCenterRedirectsRow {
  workspace_id: WorkspacesId;
  id: HelpCenterRedirectsId;
  help_center_id: HelpCentersId;
  from_url: string;
  locale: string;
  article_id: ArticlesId | null;
  collection_id: CollectionsId | null;
  created_at: Date;
  updated_at: Date;
  from_path: string | null;
  from_page: string | null;
}
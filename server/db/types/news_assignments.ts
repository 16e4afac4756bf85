import type { WorkspacesId } from './workspaces.ts';
import type { NewsItemsId } from './news_items.ts';
import type { NewsfeedsId } from './newsfeeds.ts';

export interface NewsAssignmentsRow {
  workspace_id: WorkspacesId;
  news_item_id: NewsItemsId;
  newsfeed_id: NewsfeedsId;
  published_at: Date;
}
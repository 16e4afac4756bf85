import type { WorkspacesId } from './workspaces.ts';
import type { CollectionsId } from './collections.ts';

export type CollectionNamesLocale = string;

export interface CollectionNamesRow {
  workspace_id: WorkspacesId;
  collection_id: CollectionsId;
  locale: CollectionNamesLocale;
  name: string;
  description: string | null;
}
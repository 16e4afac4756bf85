import type { WorkspacesId } from './workspaces.ts';
import type { HelpCentersId } from './help_centers.ts';

export type CollectionsId = number;

export interface CollectionsRow {
  workspace_id: WorkspacesId;
  id: CollectionsId;
  help_center_id: HelpCentersId;
  parent_id: CollectionsId | null;
  icon: string;
  place: number;
  created_at: Date;
  updated_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';
import type { HelpCentersId } from './help_centers.ts';

export type BrandsId = number;

export interface BrandsRow {
  workspace_id: WorkspacesId;
  id: BrandsId;
  name: string;
  is_default: boolean;
  help_center_id: HelpCentersId | null;
  created_at: Date;
  updated_at: Date;
}
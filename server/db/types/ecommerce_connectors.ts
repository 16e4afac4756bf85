import type { WorkspacesId } from './workspaces.ts';

export type EcommerceConnectorsId = string;

export interface EcommerceConnectorsRow {
  workspace_id: WorkspacesId;
  id: EcommerceConnectorsId;
  name: string;
  created_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';
import type { AdminsId } from './admins.ts';

export type DataConnectorsId = number;

export interface DataConnectorsRow {
  workspace_id: WorkspacesId;
  id: DataConnectorsId;
  state: string;
  created_by_admin_id: AdminsId | null;
  updated_by_admin_id: AdminsId | null;
  created_at: Date;
  updated_at: Date;
}
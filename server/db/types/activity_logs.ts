import type { WorkspacesId } from './workspaces.ts';
import type { AdminsId } from './admins.ts';

export type ActivityLogsId = number;

export interface ActivityLogsRow {
  workspace_id: WorkspacesId;
  id: ActivityLogsId;
  public_id: string;
  activity_type: string;
  admin_id: AdminsId;
  ip: string | null;
  description: string;
  metadata: unknown;
  created_at: Date;
}
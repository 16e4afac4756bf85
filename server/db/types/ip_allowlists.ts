import type { WorkspacesId } from './workspaces.ts';

export interface IpAllowlistsRow {
  workspace_id: WorkspacesId;
  enabled: boolean;
  networks: string[];
  updated_at: Date;
}
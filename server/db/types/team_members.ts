import type { WorkspacesId } from './workspaces.ts';
import type { TeamsId } from './teams.ts';
import type { AdminsId } from './admins.ts';

export interface TeamMembersRow {
  workspace_id: WorkspacesId;
  team_id: TeamsId;
  admin_id: AdminsId;
  priority: string | null;
  last_turn: number | null;
}
import type { WorkspacesId } from './workspaces.ts';
import type { AdminsId } from './admins.ts';
import type { TeamsId } from './teams.ts';

export type AssignmentRulesId = number;

export interface AssignmentRulesRow {
  workspace_id: WorkspacesId;
  id: AssignmentRulesId;
  name: string;
  position: number;
  conditions: unknown | null;
  admin_id: AdminsId | null;
  team_id: TeamsId | null;
  active: boolean;
  created_at: Date;
  updated_at: Date;
}
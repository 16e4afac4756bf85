import type { WorkspacesId } from './workspaces.ts';
import type { TeamsId } from './teams.ts';

export type OfficeHoursInForceId = number;

export interface OfficeHoursInForceRow {
  workspace_id: WorkspacesId;
  id: OfficeHoursInForceId;
  team_id: TeamsId | null;
  since: Date;
  schedule: unknown | null;
}
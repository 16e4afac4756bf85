import type { WorkspacesId } from './workspaces.ts';

export type OfficeHoursSchedulesId = number;

export interface OfficeHoursSchedulesRow {
  workspace_id: WorkspacesId;
  id: OfficeHoursSchedulesId;
  name: string;
  time_zone: string;
  intervals: unknown;
  created_at: Date;
  updated_at: Date;
}
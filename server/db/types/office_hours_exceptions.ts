import type { WorkspacesId } from './workspaces.ts';
import type { OfficeHoursSchedulesId } from './office_hours_schedules.ts';

export type OfficeHoursExceptionsId = number;

export interface OfficeHoursExceptionsRow {
  workspace_id: WorkspacesId;
  id: OfficeHoursExceptionsId;
  schedule_id: OfficeHoursSchedulesId;
  exception_date: Date;
  name: string | null;
  intervals: unknown | null;
  recurring_annually: boolean;
  created_at: Date;
  updated_at: Date;
}
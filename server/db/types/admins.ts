import type { WorkspacesId } from './workspaces.ts';
import type { OfficeHoursSchedulesId } from './office_hours_schedules.ts';

export type AdminsId = number;

export interface AdminsRow {
  workspace_id: WorkspacesId;
  id: AdminsId;
  kind: string;
  name: string;
  email: string;
  email_verified: boolean;
  job_title: string | null;
  avatar_url: string | null;
  role_id: number | null;
  role_name: string | null;
  has_inbox_seat: boolean;
  away_mode_enabled: boolean;
  away_mode_reassign: boolean;
  away_status_reason_id: number | null;
  created_at: Date;
  removed_at: Date | null;
  office_hours_schedule_id: OfficeHoursSchedulesId | null;
  conversation_assignment_limit: number | null;
}
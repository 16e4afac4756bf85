import type { WorkspacesId } from './workspaces.ts';

export type SlaRulesId = number;

export interface SlaRulesRow {
  workspace_id: WorkspacesId;
  id: SlaRulesId;
  name: string;
  first_reply_time: number | null;
  next_reply_time: number | null;
  time_to_close: number | null;
  resolution_time: number | null;
  speed_of_answer: number | null;
  pause_on_snooze: boolean;
  in_office_hours: boolean;
  conditions: unknown | null;
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
}
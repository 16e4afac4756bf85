import type { WorkspacesId } from './workspaces.ts';

export type TicketJobsId = number;

export interface TicketJobsRow {
  workspace_id: WorkspacesId;
  id: TicketJobsId;
  status: string;
  request: unknown | null;
  ticket_id: number | null;
  created_at: Date;
  completed_at: Date | null;
}
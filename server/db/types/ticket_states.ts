import type { WorkspacesId } from './workspaces.ts';

export type TicketStatesId = number;

export interface TicketStatesRow {
  workspace_id: WorkspacesId;
  id: TicketStatesId;
  category: string;
  internal_label: string;
  external_label: string;
  archived: boolean;
  created_at: Date;
  updated_at: Date;
}
import type { WorkspacesId } from './workspaces.ts';

export type TicketTypesId = number;

export interface TicketTypesRow {
  workspace_id: WorkspacesId;
  id: TicketTypesId;
  name: string;
  description: string;
  category: string;
  icon: string;
  is_internal: boolean;
  archived: boolean;
  created_at: Date;
  updated_at: Date;
}
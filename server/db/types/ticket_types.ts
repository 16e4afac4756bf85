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

export interface TicketTypesInitializer {
  workspace_id: WorkspacesId;

  id?: TicketTypesId;

  name: string;

  /** Default value: ''::text */
  description?: string;

  category: string;

  icon: string;

  /** Default value: false */
  is_internal?: boolean;

  /** Default value: false */
  archived?: boolean;

  created_at: Date;

  updated_at: Date;
}

export interface TicketTypesMutator {
  workspace_id?: WorkspacesId;

  id?: TicketTypesId;

  name?: string;

  description?: string;

  category?: string;

  icon?: string;

  is_internal?: boolean;

  archived?: boolean;

  created_at?: Date;

  updated_at?: Date;
}
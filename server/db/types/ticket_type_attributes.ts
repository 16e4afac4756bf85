import type { WorkspacesId } from './workspaces.ts';
import type { TicketTypesId } from './ticket_types.ts';

export type TicketTypeAttributesId = number;

export interface TicketTypeAttributesRow {
  workspace_id: WorkspacesId;

  id: TicketTypeAttributesId;

  ticket_type_id: TicketTypesId;

  name: string;

  description: string;

  data_type: string;

  multiline: boolean;

  allow_multiple_values: boolean;

  options: unknown | null;

  position: number;

  required_to_create: boolean;

  required_to_create_for_contacts: boolean;

  visible_on_create: boolean;

  visible_to_contacts: boolean;

  built_in: boolean;

  archived: boolean;

  created_at: Date;

  updated_at: Date;
}

export interface TicketTypeAttributesInitializer {
  workspace_id: WorkspacesId;

  id?: TicketTypeAttributesId;

  ticket_type_id: TicketTypesId;

  name: string;

  /** Default value: ''::text */
  description?: string;

  data_type: string;

  /** Default value: false */
  multiline?: boolean;

  /** Default value: false */
  allow_multiple_values?: boolean;

  options?: unknown | null;

  position: number;

  /** Default value: false */
  required_to_create?: boolean;

  /** Default value: false */
  required_to_create_for_contacts?: boolean;

  /** Default value: true */
  visible_on_create?: boolean;

  /** Default value: true */
  visible_to_contacts?: boolean;

  /** Default value: false */
  built_in?: boolean;

  /** Default value: false */
  archived?: boolean;

  created_at: Date;

  updated_at: Date;
}

export interface TicketTypeAttributesMutator {
  workspace_id?: WorkspacesId;

  id?: TicketTypeAttributesId;

  ticket_type_id?: TicketTypesId;

  name?: string;

  description?: string;

  data_type?: string;

  multiline?: boolean;

  allow_multiple_values?: boolean;

  options?: unknown | null;

  position?: number;

  required_to_create?: boolean;

  required_to_create_for_contacts?: boolean;

  visible_on_create?: boolean;

  visible_to_contacts?: boolean;

  built_in?: boolean;

  archived?: boolean;

  created_at?: Date;

  updated_at?: Date;
}
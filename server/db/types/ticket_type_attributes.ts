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
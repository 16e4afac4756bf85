import type { WorkspacesId } from './workspaces.ts';
import type { TicketTypesId } from './ticket_types.ts';
import type { TicketStatesId } from './ticket_states.ts';

export interface TicketTypeStatesRow {
  workspace_id: WorkspacesId;
  ticket_type_id: TicketTypesId;
  ticket_state_id: TicketStatesId;
}
/** The SQL of ticket states. */
import { fragment, type Db } from '../../db/pool.ts'
import type { TicketStateRow } from './ticket-state.ts'

/** Archived ones too, oldest first. */
export const listTicketStates = (db: Db, workspaceId: number): Promise<TicketStateRow[]> =>
  db<TicketStateRow[]>`select ${columns} where s.workspace_id = ${workspaceId} order by s.id`

/** With the ticket types that have the state. */
export const columns = fragment`
  s.*, coalesce((
    select json_agg(json_build_object('id', t.id::text, 'name', t.name, 'description', t.description, 'icon', t.icon,
      'archived', t.archived, 'is_internal', t.is_internal, 'category', t.category) order by t.id)
    from ticket_type_states l
    join ticket_types t on t.workspace_id = l.workspace_id and t.id = l.ticket_type_id
    where l.workspace_id = s.workspace_id and l.ticket_state_id = s.id), '[]') as ticket_types
  from ticket_states s`

/** The SQL of ticket states. */
import type { Db } from '../../db/pool.ts'
import type { TicketStatesRow } from '../../db/types/ticket_states.ts'

/** Archived ones too, oldest first. */
export const listTicketStates = (db: Db, workspaceId: number): Promise<TicketStatesRow[]> =>
  db<TicketStatesRow[]>`select * from ticket_states where workspace_id = ${workspaceId} order by id`

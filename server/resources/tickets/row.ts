/** A ticket as it is read: the thread, and what else the wire shows of it. */
import type { TicketStatesRow } from '../../db/types/ticket_states.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import type { LinkedRow } from '../conversations/linked-objects.ts'

export type TicketRow = ThreadRow &
  LinkedRow & {
    ticket_type_id: number
    ticket_number: number
    contacts: { id: string; external_id: string | null; role: string }[]
    ticket_state: TicketStatesRow
  }

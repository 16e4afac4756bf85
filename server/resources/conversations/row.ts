/** A conversation as it is read: the thread, and what else the wire shows of it. */
import type { ThreadRow } from '../../threads/thread.ts'
import type { LinkedRow } from './linked-objects.ts'
import type { TicketFacts } from './ticket-of-conversation.ts'

export type ConversationRow = Omit<ThreadRow, 'office_hours'> &
  LinkedRow & {
    /** Null for a conversation that is no ticket. */
    ticket: TicketFacts | null
    /** Null for a conversation that is about nobody but the contact who began it. */
    contacts: { id: string; external_id: string | null }[] | null
    /** applied_at in unix seconds; null where there are none. */
    tags: { id: number; name: string; applied_at: number; applied_by: number | null }[] | null
    source_author_external_id: string | null
    source_author_name: string | null
    source_author_email: string | null
    rating_contact_external_id: string | null
    /** Null where there are none. */
    team_responses:
      | { team_id: number; team_name: string | null; response_time: number; office_response_time: number }[]
      | null
  }

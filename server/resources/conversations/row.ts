/** A conversation as it is read: the thread, and what else the wire shows of it. */
import type { ThreadRow } from '../threads/thread.ts'

export type ConversationRow = ThreadRow & {
  contacts: { id: string; external_id: string | null }[]
  /** applied_at in unix seconds. */
  tags: { id: number; name: string; applied_at: number; applied_by: number | null }[]
  source_author_name: string | null
  source_author_email: string | null
  rating_contact_external_id: string | null
  team_responses: { team_id: number; team_name: string | null; response_time: number }[]
}

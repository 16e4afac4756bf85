/**
 * Threads: what conversations and tickets share. A thread's first message is its source; whatever
 * happens to it after that is a part. happenings.ts says what each happening changes, fold.ts which
 * happenings a part is, as pure functions; queries.ts reads and writes.
 */
import type { ThreadPartsRow } from '../db/types/thread_parts.ts'
import type { ThreadsRow } from '../db/types/threads.ts'
import type { PartType } from './fold.ts'

export interface TeamResponse {
  team_id: number
  /** Unix milliseconds. */
  assigned_at: number
  /** Seconds; null of the team that has the thread until it responds. */
  response_time: number | null
}

export type ThreadRow = Omit<ThreadsRow, 'team_response_times' | 'metrics_retained'> & {
  team_response_times: TeamResponse[]
  metrics_retained: boolean | null
}

export type ThreadChanges = Partial<ThreadRow>

/** The columns that say who wrote a part: a contact, an admin, or the operator bot. */
export type PartAuthor = Pick<ThreadPartsRow, 'author_type' | 'author_contact_id' | 'author_admin_id'>

/** A part and what its author is called. */
export type PartRow = ThreadPartsRow & { author_name: string | null; author_email: string | null }

/** What a part needs to be written. What is left out is empty. */
export type NewPart = Pick<ThreadPartsRow, 'state' | 'created_at' | 'author_type'> & {
  part_type: PartType
} & Partial<
    Pick<
      ThreadPartsRow,
      | 'author_contact_id'
      | 'author_admin_id'
      | 'body'
      | 'assigned_to_type'
      | 'assigned_to_id'
      | 'attachments'
      | 'external_id'
      | 'event_details'
      | 'metadata'
    >
  >

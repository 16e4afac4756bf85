/**
 * Threads: the common base of conversations and tickets. A thread's first message is its source; everything that
 * happens to it after that is a part. happenings.ts says what each happening changes, fold.ts which happenings a part
 * is, as pure functions; queries.ts reads and writes.
 */
import type { ThreadPartsRow } from '../db/types/thread_parts.ts'
import type { ThreadsRow } from '../db/types/threads.ts'
import type { HoursInForce } from '../hours/in-force.ts'
import type { PartType } from './fold.ts'
import type { PartEmail } from './part-email.ts'
import type { Sla, SlaStatus } from './sla/sla.ts'

export interface TeamResponse {
  team_id: number
  /** Unix milliseconds. */
  assigned_at: number
  /** Seconds; null for the team that has the thread until it responds. */
  response_time: number | null
  /** The same in the hours of the team; absent until it responds, and from entries of before there were any hours. */
  office_response_time?: number | null
}

export type ThreadRow = Omit<
  ThreadsRow,
  'team_response_times' | 'metrics_retained' | 'ticket_attributes' | 'sla' | 'sla_status'
> & {
  team_response_times: TeamResponse[]
  metrics_retained: boolean | null
  /** Values of a ticket by the id of their attribute, title and description by their names. */
  ticket_attributes: Record<string, unknown>
  /** The rule that was applied last; null where none ever was. */
  sla: Sla | null
  sla_status: SlaStatus | null
  /** Office hours of the workspace and the assigned team as they are now, or all that were ever in force. */
  office_hours: HoursInForce[]
}

/** Columns that a change may write. */
export const CHANGEABLE = [
  'title',
  'state',
  'read',
  'read_part_id',
  'priority',
  'updated_at',
  'waiting_since',
  'unanswered_since',
  'snoozed_until',
  'admin_assignee_id',
  'team_assignee_id',
  'company_id',
  'custom_attributes',
  'ai_agent',
  'source_subject',
  'source_body',
  'source_author_type',
  'source_contact_id',
  'source_admin_id',
  'source_url',
  'source_attachments',
  'source_redacted',
  'first_contact_reply_at',
  'first_contact_reply_type',
  'first_contact_reply_url',
  'first_assignment_at',
  'first_admin_reply_at',
  'first_close_at',
  'last_assignment_at',
  'last_assignment_admin_reply_at',
  'last_contact_reply_at',
  'last_admin_reply_at',
  'last_close_at',
  'last_closed_by_id',
  'time_to_assignment',
  'time_to_admin_reply',
  'time_to_first_close',
  'time_to_last_close',
  'median_time_to_reply',
  'reply_times',
  'handling_time',
  'count_reopens',
  'count_assignments',
  'rating',
  'rating_remark',
  'rating_contact_id',
  'rating_admin_id',
  'rating_requested_at',
  'rating_replied_at',
  'rating_updated_at',
  'contact_ids',
  'teammate_ids',
  'tag_ids',
  'team_response_times',
  'ticket_type_id',
  'ticket_number',
  'ticket_state_id',
  'previous_ticket_state_id',
  'ticket_attributes',
  'is_shared',
  'sla',
  'sla_status',
  'merged_into_id',
] as const
export type ThreadChanges = Partial<Pick<ThreadRow, (typeof CHANGEABLE)[number]>>

/** The columns that say who wrote a part: a contact, an admin, or the operator bot. */
export type PartAuthor = Pick<ThreadPartsRow, 'author_type' | 'author_contact_id' | 'author_admin_id'>

/** A part and what its author is called. */
export type PartRow = ThreadPartsRow & {
  author_name: string | null
  author_email: string | null
  /** Read with the parts of a thread; null for a part that did not leave as an e-mail. */
  email?: PartEmail | null
}

/** Values of a new part. Missing ones are empty. */
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
      | 'from_ai_agent'
      | 'is_ai_answer'
    >
  >

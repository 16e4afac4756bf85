/** A thread and its times, for tests of what happens to it. */
import type { ThreadRow } from './thread.ts'

export const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000)

/** As an admin begins it: no contact has written yet. */
export const begun = {
  state: 'open',
  source_type: 'conversation',
  created_at: at(0),
  waiting_since: null,
  unanswered_since: null,
  snoozed_until: null,
  first_contact_reply_at: null,
  first_contact_reply_type: null,
  first_admin_reply_at: null,
  first_assignment_at: null,
  first_close_at: null,
  last_contact_reply_at: null,
  last_admin_reply_at: null,
  last_assignment_at: null,
  last_assignment_admin_reply_at: null,
  time_to_admin_reply: null,
  time_to_assignment: null,
  time_to_first_close: null,
  last_closed_by_id: null,
  admin_assignee_id: null,
  team_assignee_id: null,
  handling_time: null,
  count_reopens: 0,
  count_assignments: 0,
  reply_times: [] as number[],
  team_response_times: [],
  teammate_ids: [] as number[],
  office_hours: [],
} as unknown as ThreadRow

/** A contact wrote first, 100 seconds after it began, and waits. */
export const asked: ThreadRow = {
  ...begun,
  first_contact_reply_at: at(100),
  first_contact_reply_type: 'conversation',
  last_contact_reply_at: at(100),
  waiting_since: at(100),
  unanswered_since: at(100),
}

/** An admin answered after 30 seconds. */
export const answered: ThreadRow = {
  ...asked,
  waiting_since: null,
  unanswered_since: null,
  first_admin_reply_at: at(130),
  time_to_admin_reply: 30,
  last_admin_reply_at: at(130),
  reply_times: [30],
  median_time_to_reply: 30,
}

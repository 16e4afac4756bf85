/**
 * The statistics of a thread. They begin with the first reply of a contact: what happened before it
 * is not counted, and durations run from it. Seconds.
 */
import type { ThreadChanges, ThreadRow } from './thread.ts'

export function countContactReply(thread: ThreadRow, at: Date): ThreadChanges {
  return {
    first_contact_reply_at: thread.first_contact_reply_at ?? at,
    first_contact_reply_type: thread.first_contact_reply_type ?? thread.source_type,
    last_contact_reply_at: later(thread.last_contact_reply_at, at),
  }
}

export function countAdminReply(thread: ThreadRow, at: Date): ThreadChanges {
  const began = thread.first_contact_reply_at
  if (!began) return {}
  return {
    first_admin_reply_at: thread.first_admin_reply_at ?? at,
    time_to_admin_reply: thread.time_to_admin_reply ?? seconds(began, at),
    last_admin_reply_at: later(thread.last_admin_reply_at, at),
    last_assignment_admin_reply_at:
      thread.last_assignment_admin_reply_at ?? (thread.last_assignment_at && later(thread.last_assignment_at, at)),
    ...countReplyTime(thread, at),
    ...countTeamResponse(thread, began, at),
  }
}

/** A reply to somebody who waits is one sample of the median. */
function countReplyTime({ waiting_since, reply_times }: ThreadRow, at: Date): ThreadChanges {
  if (!waiting_since) return {}
  const samples = [...reply_times, seconds(waiting_since, at)]
  return { reply_times: samples, median_time_to_reply: median(samples) }
}

function countTeamResponse(thread: ThreadRow, began: Date, at: Date): ThreadChanges {
  const { team_assignee_id, team_response_times } = thread
  if (team_assignee_id === null || team_response_times.some(({ team_id }) => team_id === team_assignee_id)) return {}
  const response_time = seconds(thread.waiting_since ?? began, at)
  return { team_response_times: [...team_response_times, { team_id: team_assignee_id, response_time }] }
}

export function countAssignment(thread: ThreadRow, at: Date): ThreadChanges {
  const began = thread.first_contact_reply_at
  if (!began) return {}
  return {
    first_assignment_at: thread.first_assignment_at ?? at,
    last_assignment_at: at,
    last_assignment_admin_reply_at: null,
    count_assignments: thread.count_assignments + 1,
    // Until the last assignment before an admin replied.
    time_to_assignment: thread.first_admin_reply_at ? thread.time_to_assignment : seconds(began, at),
  }
}

export function countClose(thread: ThreadRow, at: Date, adminId: number): ThreadChanges {
  const began = thread.first_contact_reply_at
  if (!began) return {}
  const duration = seconds(began, at)
  return {
    first_close_at: thread.first_close_at ?? at,
    time_to_first_close: thread.time_to_first_close ?? duration,
    last_close_at: at,
    time_to_last_close: duration,
    last_closed_by_id: adminId,
    handling_time: thread.last_assignment_at ? seconds(thread.last_assignment_at, at) : thread.handling_time,
  }
}

export function countReopen(thread: ThreadRow): ThreadChanges {
  return thread.first_contact_reply_at ? { count_reopens: thread.count_reopens + 1 } : {}
}

const seconds = (from: Date, to: Date) => Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1000))

const later = (a: Date | null, b: Date): Date => (a && a > b ? a : b)

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2)
}

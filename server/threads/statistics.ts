/**
 * The statistics of a thread. Statistics begin with the first reply of a contact: durations run from it, and earlier
 * happenings are not counted. Seconds, as the times on the wire differ by: replies and closes in office hours,
 * assignments and handling at all hours.
 */
import { secondsWithin } from '../hours/in-force.ts'
import type { TeamResponse, ThreadChanges, ThreadRow } from './thread.ts'

export function countContactReply(thread: ThreadRow, at: Date): ThreadChanges {
  return {
    first_contact_reply_at: thread.first_contact_reply_at ?? at,
    first_contact_reply_type: thread.first_contact_reply_type ?? thread.source_type,
    last_contact_reply_at: at,
  }
}

export function countAdminReply(thread: ThreadRow, at: Date): ThreadChanges {
  const began = thread.first_contact_reply_at
  if (!began) return {}
  return {
    first_admin_reply_at: thread.first_admin_reply_at ?? at,
    time_to_admin_reply: thread.time_to_admin_reply ?? secondsWithin(thread.office_hours, began, at),
    last_admin_reply_at: at,
    last_assignment_admin_reply_at: thread.last_assignment_admin_reply_at ?? (thread.last_assignment_at && at),
    ...countReplyTime(thread, at),
    ...countTeamResponse(thread, began, at),
  }
}

/** A reply to somebody who waits is one sample of the median. */
function countReplyTime({ unanswered_since, reply_times, office_hours }: ThreadRow, at: Date): ThreadChanges {
  if (!unanswered_since) return {}
  const samples = [...reply_times, secondsWithin(office_hours, unanswered_since, at)]
  return { reply_times: samples, median_time_to_reply: median(samples) }
}

/** The team that has the thread and has not responded yet does so now. */
function countTeamResponse({ team_response_times, office_hours }: ThreadRow, began: Date, at: Date): ThreadChanges {
  if (team_response_times.every(responded)) return {}
  return {
    team_response_times: team_response_times.map((entry) => {
      if (responded(entry)) return entry
      const from = later(began, new Date(entry.assigned_at))
      return {
        ...entry,
        response_time: seconds(from, at),
        office_response_time: secondsWithin(office_hours, from, at, entry.team_id),
      }
    }),
  }
}

const responded = ({ response_time }: TeamResponse) => response_time !== null

/** From the assignment on the team's first response is awaited, as long as the team has the thread. */
export function awaitTeam({ team_response_times }: ThreadRow, at: Date, teamId: number | null): ThreadChanges {
  const kept = team_response_times.filter(responded)
  if (teamId === null || kept.some(({ team_id }) => team_id === teamId)) return { team_response_times: kept }
  const awaited = { team_id: teamId, assigned_at: at.getTime(), response_time: null }
  return { team_response_times: [...kept, awaited] }
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

/** @param adminId null for the bot: the last teammate who closed stays known */
export function countClose(thread: ThreadRow, at: Date, adminId: number | null): ThreadChanges {
  const began = thread.first_contact_reply_at
  if (!began) return {}
  const duration = secondsWithin(thread.office_hours, began, at)
  const handled = thread.state !== 'closed' && thread.last_assignment_at
  return {
    first_close_at: thread.first_close_at ?? at,
    time_to_first_close: thread.time_to_first_close ?? duration,
    last_close_at: at,
    time_to_last_close: duration,
    last_closed_by_id: adminId ?? thread.last_closed_by_id,
    handling_time: handled ? seconds(handled, at) : thread.handling_time,
  }
}

export function countReopen(thread: ThreadRow): ThreadChanges {
  return thread.first_contact_reply_at ? { count_reopens: thread.count_reopens + 1 } : {}
}

/** Between the times as the wire shows them, without their milliseconds. */
const seconds = (from: Date, to: Date) =>
  Math.max(0, Math.floor(to.getTime() / 1000) - Math.floor(from.getTime() / 1000))

const later = (a: Date, b: Date): Date => (a > b ? a : b)

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2)
}

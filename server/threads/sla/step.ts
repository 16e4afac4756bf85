/** The effect of a part on the course of its thread's service level agreement, as a pure function. */
import type { NewPart, ThreadRow } from '../thread.ts'
import { end, pause, resume, settle, start, type Course } from './course.ts'

const REPLIES = ['first_reply_time', 'next_reply_time'] as const

/**
 * The fold of the parts tells replies and closes by the columns that they move, so a part that is dated back before
 * others settles nothing.
 * @param before the thread before the part
 * @param after the thread after it
 */
export function step(course: Course, part: NewPart, before: ThreadRow, after: ThreadRow): Course {
  const at = part.created_at
  let next = moveTicket(course, part)
  if (isHeld(course, before) && !isHeld(next, after)) next = resume(next, at)
  if (moved(before.last_admin_reply_at, after.last_admin_reply_at))
    for (const target of REPLIES) next = settle(next, target, at)
  if (moved(before.last_contact_reply_at, after.last_contact_reply_at)) next = awaitReply(next, after, at)
  if (before.state !== 'closed' && after.state === 'closed')
    next = end(settle(next, 'time_to_close', at), REPLIES, at, 'ended')
  if (isHeld(next, after) && !isHeld(course, before)) next = pause(next, at)
  return next
}

/** The first reply of a teammate is awaited once; every later message of a contact awaits the next. */
export function awaitReply(course: Course, thread: ThreadRow, at: Date): Course {
  return start(course, thread.first_admin_reply_at ? 'next_reply_time' : 'first_reply_time', at)
}

/** A ticket is to be resolved from its first state on; in the state `waiting_on_customer` it waits. */
function moveTicket(course: Course, { part_type, event_details, created_at }: NewPart): Course {
  if (part_type !== 'ticket_state_updated_by_admin') return course
  const { ticket_state: to } = event_details as { ticket_state: string }
  const next = { ...course, sla: { ...course.sla, waiting: to === 'waiting_on_customer' } }
  if (to === 'resolved') return settle(next, 'resolution_time', created_at)
  return course.clocks.some(({ target }) => target === 'resolution_time')
    ? next
    : start(next, 'resolution_time', created_at)
}

/** True while clocks are to stand still. */
export const isHeld = ({ sla }: Course, { state }: ThreadRow): boolean =>
  sla.pause_on_snooze && (state === 'snoozed' || sla.waiting === true)

const moved = (before: Date | null, after: Date | null): boolean => before?.getTime() !== after?.getTime()

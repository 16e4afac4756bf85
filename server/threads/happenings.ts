/**
 * What can happen to a thread, and what it changes. Each happening is a step from the thread as it
 * was to the columns that change; `after` takes several steps, one after the other.
 *
 *   after(thread, reopens, assigns(at, 'admin', 1001)) → { state: 'open', admin_assignee_id: 1001, … }
 */
import { countAdminReply, countAssignment, countClose, countContactReply, countReopen } from './statistics.ts'
import type { ThreadChanges, ThreadRow } from './thread.ts'

export type Happening = (thread: ThreadRow) => ThreadChanges

export function after(thread: ThreadRow, ...happenings: Happening[]): ThreadChanges {
  const changes: ThreadChanges = {}
  for (const happening of happenings) Object.assign(changes, happening({ ...thread, ...changes }))
  return changes
}

/** A contact who writes waits for an answer, and opens what was closed or snoozed. */
export const contactReplies =
  (at: Date): Happening =>
  (thread) => ({
    ...countContactReply(thread, at),
    ...(thread.state === 'open' ? {} : opens(thread)),
    waiting_since: thread.waiting_since ?? at,
  })

/** What the contact has not read yet makes the thread unread. */
export const adminReplies =
  (at: Date, adminId: number): Happening =>
  (thread) => ({
    ...countAdminReply(thread, at),
    ...joins(adminId)(thread),
    waiting_since: null,
    read: false,
  })

/** What the bot says is no answer: who waits waits on. */
export const botReplies: Happening = () => ({ read: false })

/** Who writes takes part. */
export const joins =
  (adminId: number): Happening =>
  ({ teammate_ids }) =>
    teammate_ids.includes(adminId) ? {} : { teammate_ids: [...teammate_ids, adminId] }

export const closes =
  (at: Date, adminId: number): Happening =>
  (thread) => ({ ...countClose(thread, at, adminId), state: 'closed', snoozed_until: null, waiting_since: null })

/** Of a contact whose last words nobody answered, it is known again since when they wait. */
export const opens: Happening = (thread) => {
  const { last_contact_reply_at: asked, last_admin_reply_at: answered } = thread
  return {
    ...(thread.state === 'closed' ? countReopen(thread) : {}),
    state: 'open',
    snoozed_until: null,
    waiting_since: thread.waiting_since ?? (asked && (!answered || answered < asked) ? asked : null),
  }
}

export const snoozes =
  (until: Date): Happening =>
  () => ({ state: 'snoozed', snoozed_until: until })

/** A snoozed thread that somebody works on is open again; another stays as it is. */
export const wakes: Happening = (thread) => (thread.state === 'snoozed' ? opens(thread) : {})

/** @param id null takes the assignment away */
export const assigns =
  (at: Date, to: 'admin' | 'team', id: number | null, { staysClosed = false } = {}): Happening =>
  (thread) => ({
    ...(thread.state === 'open' || (staysClosed && thread.state === 'closed') ? {} : opens(thread)),
    ...(id === null ? {} : countAssignment(thread, at)),
    ...(to === 'admin' ? { admin_assignee_id: id } : { team_assignee_id: id }),
  })

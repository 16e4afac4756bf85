/**
 * Happenings of a thread and their effects. Each happening is a step from the thread as it was to the columns that
 * change; `after` takes several steps, one after the other, in the order of their times. fold.ts says which
 * happenings a part is.
 *
 *   after(thread, wakes(at), assigns(at, 'admin', 1001)) → { state: 'open', admin_assignee_id: 1001, … }
 */
import {
  awaitTeam,
  countAdminReply,
  countAssignment,
  countClose,
  countContactReply,
  countReopen,
} from './statistics.ts'
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
  (thread) => {
    // Closing was an answer, too: from then on the wait begins anew.
    const since = thread.state === 'closed' ? at : (thread.unanswered_since ?? at)
    return {
      ...countContactReply(thread, at),
      ...(thread.state === 'open' ? {} : opens(at)(thread)),
      unanswered_since: since,
      waiting_since: since,
    }
  }

/** An unread part for the contact makes the thread unread. */
export const adminReplies =
  (at: Date, adminId: number): Happening =>
  (thread) => ({
    ...countAdminReply(thread, at),
    ...joins(adminId)(thread),
    unanswered_since: null,
    waiting_since: null,
    read: false,
  })

/** A bot's comment is no answer, so the contact keeps waiting. */
export const botReplies: Happening = () => ({ read: false })

/** The author becomes a participant. */
export const joins =
  (adminId: number): Happening =>
  ({ teammate_ids }) =>
    teammate_ids.includes(adminId) ? {} : { teammate_ids: [...teammate_ids, adminId] }

/** @param adminId null for the bot */
export const closes =
  (at: Date, adminId: number | null): Happening =>
  (thread) => ({ ...countClose(thread, at, adminId), state: 'closed', snoozed_until: null, waiting_since: null })

/**
 * Restores the time since when an unanswered contact has waited. A closed thread in which no contact ever wrote waits
 * from its opening on.
 */
export const opens =
  (at: Date): Happening =>
  (thread) => {
    const { state, waiting_since, unanswered_since, first_contact_reply_at } = thread
    return {
      ...(state === 'closed' ? countReopen(thread) : {}),
      state: 'open',
      snoozed_until: null,
      waiting_since: waiting_since ?? unanswered_since ?? (state === 'closed' && !first_contact_reply_at ? at : null),
    }
  }

export const snoozes =
  (until: Date): Happening =>
  () => ({ state: 'snoozed', snoozed_until: until })

/** A snoozed thread that somebody works on is open again; another stays as it is. */
export const wakes =
  (at: Date): Happening =>
  (thread) =>
    thread.state === 'snoozed' ? opens(at)(thread) : {}

/** A thread goes to somebody else and stays as open as it was. @param id null takes the assignment away */
export const handsOver =
  (at: Date, to: 'admin' | 'team', id: number | null): Happening =>
  (thread) => ({
    ...(id === null ? {} : countAssignment(thread, at)),
    ...(to === 'admin' ? { admin_assignee_id: id } : { team_assignee_id: id, ...awaitTeam(thread, at, id) }),
    // A team gives it to one of its own.
    ...(to === 'team' && id !== null ? { admin_assignee_id: null } : {}),
  })

/** Assigning opens what was closed or snoozed. */
export const assigns =
  (at: Date, to: 'admin' | 'team', id: number | null): Happening =>
  (thread) => ({
    ...(thread.state === 'open' ? {} : opens(at)(thread)),
    ...handsOver(at, to, id)(thread),
  })

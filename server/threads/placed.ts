/**
 * Where a new part stands among those of its thread, and what it changes there, as pure functions:
 * as the newest it is one step of the fold, among others all of them are counted again.
 */
import { happeningsOf, recount, type Moment } from './fold.ts'
import { after } from './happenings.ts'
import type { NewPart, ThreadChanges, ThreadRow } from './thread.ts'

/** A part that would open the thread, and is not to, says so by its state. */
export type UnplacedPart = Omit<NewPart, 'state'> & { state?: 'snoozed' | 'closed' }

export interface Placed {
  parts: NewPart[]
  /** The thread after each of them. */
  rows: ThreadRow[]
  changes: ThreadChanges
}

export function asNewest(thread: ThreadRow, part: UnplacedPart): Placed {
  const changes = after(thread, ...happeningsOf(part))
  return {
    parts: [named(part, thread.state, changes.state ?? thread.state)],
    rows: [{ ...thread, ...changes }],
    changes,
  }
}

/** Columns that `recount` does not count change as if the part were the newest: nobody has read it yet. */
export function among(thread: ThreadRow, part: UnplacedPart, all: Moment[]): Placed {
  const older = all.filter(({ created_at }) => created_at <= part.created_at)
  const newer = all.slice(older.length)
  const before = recount(thread, older).state
  const then = recount(thread, [...older, part]).state
  const changes = { ...after(thread, ...happeningsOf(part)), ...recount(thread, [...older, part, ...newer]) }
  return { parts: [named(part, before, then)], rows: [{ ...thread, ...changes }], changes }
}

/** Words of a contact that open the thread are a part of that name. */
function named(part: UnplacedPart, before: string, state: string): NewPart {
  const opened = part.part_type === 'comment' && part.author_contact_id && before !== 'open'
  return { ...part, state, ...(opened && { part_type: 'open' as const }) }
}

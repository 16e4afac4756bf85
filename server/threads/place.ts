/**
 * Places new parts among those of a locked thread, by their times, and tells what they change. A
 * part of now is the newest. One that is dated back may be older than others: then all parts are
 * counted again, in their order.
 */
import type { Db } from '../db/pool.ts'
import { folded, happeningsOf, recount, type Moment } from './fold.ts'
import { after } from './happenings.ts'
import { findNewestPartTime, listAllParts } from './part-queries.ts'
import type { NewPart, ThreadChanges, ThreadRow } from './thread.ts'

/** A part that would open the thread, and is not to, says so by its state. */
export type UnplacedPart = Omit<NewPart, 'state'> & { state?: 'snoozed' | 'closed' }

export interface Placed {
  parts: NewPart[]
  changes: ThreadChanges
}

/** @param now of the request: parts that are no older take place after all others, whoever got the lock first */
export async function place(
  db: Db,
  workspaceId: number,
  thread: ThreadRow,
  now: Date,
  parts: UnplacedPart[],
): Promise<Placed> {
  const placed: Placed = { parts: [], changes: {} }
  for (const part of parts) {
    const current = { ...thread, ...placed.changes }
    const backdated = part.created_at < now
    const timed = backdated ? part : { ...part, created_at: later(now, thread.updated_at) }
    const one = (await isNewest(db, workspaceId, thread, timed, backdated))
      ? next(current, timed)
      : among(current, timed, await listAllParts(db, workspaceId, thread.id))
    placed.parts.push(...one.parts)
    Object.assign(placed.changes, one.changes)
  }
  return placed
}

async function isNewest(db: Db, workspaceId: number, thread: ThreadRow, part: UnplacedPart, backdated: boolean) {
  if (!backdated) return true
  const newest = await findNewestPartTime(db, workspaceId, thread.id)
  return part.created_at >= later(thread.created_at, newest ?? thread.created_at)
}

function next(thread: ThreadRow, part: UnplacedPart): Placed {
  const changes = after(thread, ...happeningsOf(part))
  return { parts: [named(part, thread.state, changes.state ?? thread.state)], changes }
}

/** Columns that do not follow from the parts change as if it were the newest: nobody has read it yet. */
function among(thread: ThreadRow, part: UnplacedPart, all: Moment[]): Placed {
  const older = all.filter(({ created_at }) => created_at <= part.created_at)
  const newer = all.slice(older.length)
  const before = recount(thread, older).state
  const then = recount(thread, [...older, part]).state
  const own = Object.entries(after(thread, ...happeningsOf(part))).filter(([column]) => !isFolded(column))
  const changes = { ...Object.fromEntries(own), ...recount(thread, [...older, part, ...newer]) }
  return { parts: [named(part, before, then)], changes }
}

const isFolded = (column: string) => (folded as string[]).includes(column)

/** Words of a contact that open the thread are a part of that name. */
function named(part: UnplacedPart, before: string, state: string): NewPart {
  const opened = part.part_type === 'comment' && part.author_contact_id && before !== 'open'
  return { ...part, state, ...(opened && { part_type: 'open' as const }) }
}

const later = (a: Date, b: Date): Date => (a > b ? a : b)

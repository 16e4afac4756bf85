/**
 * Places new parts among those of a locked thread, by their times, and tells what they change. A
 * part of now is the newest. One that is dated back may be older than others: then all parts are
 * counted again, in their order.
 */
import type { Db } from '../db/pool.ts'
import { listHoursInForce } from './hours-queries.ts'
import { findNewestPartTime, listAllParts } from './part-queries.ts'
import { among, asNewest, type Placed, type UnplacedPart } from './placed.ts'
import type { ThreadRow } from './thread.ts'

/** @param now the time of the request; newer parts are placed after all others, in the order of the lock */
export async function place(
  db: Db,
  workspaceId: number,
  thread: ThreadRow,
  now: Date,
  parts: UnplacedPart[],
): Promise<Placed> {
  const placed: Placed = { parts: [], rows: [], changes: {} }
  for (const part of parts) {
    const current = { ...thread, ...placed.changes }
    const backdated = part.created_at < now
    const timed = backdated ? part : { ...part, created_at: later(now, thread.updated_at) }
    const one = (await isNewest(db, workspaceId, thread, timed, backdated))
      ? asNewest(current, timed)
      : await amongAll(db, workspaceId, current, timed)
    placed.parts.push(...one.parts)
    placed.rows.push(...one.rows)
    Object.assign(placed.changes, one.changes)
  }
  return placed
}

async function amongAll(db: Db, workspaceId: number, thread: ThreadRow, part: UnplacedPart): Promise<Placed> {
  const [all, office_hours] = await Promise.all([
    listAllParts(db, workspaceId, thread.id),
    listHoursInForce(db, workspaceId),
  ])
  return among({ ...thread, office_hours }, part, all)
}

async function isNewest(db: Db, workspaceId: number, thread: ThreadRow, part: UnplacedPart, backdated: boolean) {
  if (!backdated) return true
  const newest = await findNewestPartTime(db, workspaceId, thread.id)
  return part.created_at >= later(thread.created_at, newest ?? thread.created_at)
}

const later = (a: Date, b: Date): Date => (a > b ? a : b)

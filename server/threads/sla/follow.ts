/** The course of a locked thread's service level agreement in a write: read, moved by the new parts, and written. */
import type { Ctx } from '../../context.ts'
import type { Db } from '../../db/pool.ts'
import { scheduleOf } from '../../hours/in-force.ts'
import { dequeue, enqueue } from '../../queue/enqueue.ts'
import { byAdmin, getBot } from '../actors.ts'
import type { Placed } from '../placed.ts'
import type { NewPart, PartAuthor, ThreadChanges, ThreadRow } from '../thread.ts'
import { getSchedule, insertClocks, listNewestClocks, updateClock } from './clock-queries.ts'
import type { Course } from './course.ts'
import { isOpen, type Clock, type Sla } from './sla.ts'
import { step } from './step.ts'

/** Parts and changes besides those that moved the course. */
export interface Followed {
  parts: NewPart[]
  changes: ThreadChanges
}

const NOTHING: Followed = { parts: [], changes: {} }

/** True for a thread whose clocks may move: neither removed by hand, nor ended by a merge. */
export const isFollowed = (thread: ThreadRow): thread is ThreadRow & { sla: Sla } =>
  thread.sla !== null && !thread.sla.removed && thread.merged_into_id === null

/** Moves the clocks of a thread by new parts. Threads without a rule cost nothing. */
export async function followSla(ctx: Ctx, thread: ThreadRow, { parts, rows }: Placed): Promise<Followed> {
  if (!isFollowed(thread) || parts.length === 0) return NOTHING
  const begun = await readCourse(ctx.db, ctx.workspaceId, thread, thread.sla)
  const course = parts.reduce((next, part, at) => step(next, part, rows[at - 1] ?? thread, rows[at]!), begun)
  return writeCourse(ctx, thread, begun, course, parts.at(-1)!.state)
}

export async function readCourse(db: Db, workspaceId: number, thread: ThreadRow, sla: Sla): Promise<Course> {
  const [clocks, stored] = await Promise.all([
    listNewestClocks(db, workspaceId, thread.id),
    sla.hours_id === null ? null : getSchedule(db, workspaceId, sla.hours_id),
  ])
  return {
    sla,
    schedule: stored && scheduleOf(stored),
    status: thread.sla_status ?? 'active',
    // Clocks of a rule that was applied before this one have ended: they tell of nothing any more.
    clocks: clocks.filter((clock) => isOpen(clock) || clock.rule_id === sla.rule_id),
    parts: [],
  }
}

/**
 * Writes the clocks that changed and moves their jobs.
 * @param state the state of the thread after all parts
 * @param author the author of the parts; the bot by default
 */
export async function writeCourse(
  { db, workspaceId }: Ctx,
  thread: ThreadRow,
  before: Course,
  course: Course,
  state: string,
  author?: PartAuthor,
): Promise<Followed> {
  if (course === before) return NOTHING
  const changed = course.clocks.filter((clock) => !before.clocks.includes(clock))
  const added = changed.filter(({ id }) => id === null)
  const updated = changed.filter(({ id }) => id !== null)
  const ids = await insertClocks(db, workspaceId, thread.id, course.sla.rule_id, added)
  for (const clock of updated) await updateClock(db, workspaceId, clock)
  for (const clock of [...updated, ...added.map((one, at) => ({ ...one, id: ids[at]! }))])
    await moveJob(db, workspaceId, thread.id, clock)
  const by = author ?? (course.parts.length > 0 ? byAdmin(await getBot(db, workspaceId)) : undefined)
  return {
    parts: by ? course.parts.map((part) => ({ ...part, ...by, state })) : [],
    changes: { sla: course.sla, sla_status: course.status },
  }
}

/** One job for each clock: it wakes when the clock is due, and reads it again. */
export async function moveJob(db: Db, workspaceId: number, threadId: number, clock: Clock): Promise<void> {
  const key = `sla:${workspaceId}:${clock.id}`
  if (!isOpen(clock) || clock.breached_at || !clock.due_at) return dequeue(db, key)
  await enqueue(db, 'breach_sla', { workspace_id: workspaceId, thread_id: threadId }, { runAt: clock.due_at, key })
}

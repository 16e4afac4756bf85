/** Calls in a thread: how fast they are answered is a target, too. */
import type { Ctx } from '../../context.ts'
import { insertParts, lockThread } from '../queries.ts'
import { end, settle, start, type Course } from './course.ts'
import { isFollowed, readCourse, writeCourse } from './follow.ts'

const TARGET = 'speed_of_answer'

const STEPS = {
  /** A call that rings while another does goes on with its clock. */
  rings: (course: Course, at: Date) => start(course, TARGET, at),
  answered: (course: Course, at: Date) => settle(course, TARGET, at),
  /** Nobody answered, and nobody can any more. */
  ended: (course: Course, at: Date) => end(course, [TARGET], at, 'ended'),
}

/** @param threadId null for a call that belongs to no conversation */
export async function followCall(
  ctx: Ctx,
  threadId: number | null,
  happened: keyof typeof STEPS,
  at: Date,
): Promise<void> {
  const thread = threadId === null ? undefined : await lockThread(ctx.db, ctx.workspaceId, 'conversation', threadId)
  if (!thread || !isFollowed(thread) || thread.sla.targets[TARGET] === undefined) return
  const begun = await readCourse(ctx.db, ctx.workspaceId, thread, thread.sla)
  const course = STEPS[happened](begun, at)
  const { parts, changes } = await writeCourse(ctx, thread, begun, course, thread.state)
  await insertParts(ctx.db, ctx.workspaceId, thread.id, parts, changes)
}

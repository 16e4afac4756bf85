/** Applies a rule to a locked thread, or removes the one that it has. Another rule takes the place of the first. */
import type { Ctx } from '../../context.ts'
import { byAdmin, type Actor } from '../actors.ts'
import { insertParts } from '../queries.ts'
import type { ThreadRow } from '../thread.ts'
import { isWaitingOnCustomer } from './clock-queries.ts'
import { end, pause, start, tell, type Course } from './course.ts'
import { isFollowed, readCourse, writeCourse } from './follow.ts'
import { TARGETS, TOLD_TARGETS, worse, type Sla } from './sla.ts'
import { awaitReply, isHeld } from './step.ts'

/** A rule as it is to be applied. */
export type AppliedRule = Pick<Sla, 'rule_id' | 'name' | 'targets' | 'pause_on_snooze'> & { in_office_hours: boolean }

/** @param actor a teammate, or the bot for a rule whose conditions the thread meets */
export async function applySla(ctx: Ctx, thread: ThreadRow, rule: AppliedRule, actor: Actor): Promise<void> {
  const { in_office_hours, ...applied } = rule
  const sla: Sla = { ...applied, hours_id: in_office_hours ? hoursOf(thread) : null }
  if (thread.ticket_state_id !== null)
    sla.waiting = await isWaitingOnCustomer(ctx.db, ctx.workspaceId, thread.ticket_state_id)
  const begun = await readCourse(ctx.db, ctx.workspaceId, thread, sla)
  const ended = end(begun, TARGETS, ctx.now, 'ended')
  const definition = Object.fromEntries(TOLD_TARGETS.map((target) => [target, sla.targets[target] ?? null]))
  const told = tell(ended, 'conversation_sla_applied_by_rule', ctx.now, { sla_definition: definition })
  await write(ctx, thread, begun, startAll(told, thread, ctx.now), actor)
}

/** The default schedule, as it is now. */
const hoursOf = ({ office_hours }: ThreadRow) => {
  const hours = office_hours.findLast(({ team_id }) => team_id === null)
  return hours?.schedule ? hours.id : null
}

/** A thread without an answer awaits one; an open one is to be closed, an open ticket to be resolved. */
function startAll(course: Course, thread: ThreadRow, at: Date): Course {
  let next = thread.unanswered_since && thread.state !== 'closed' ? awaitReply(course, thread, at) : course
  if (thread.state !== 'closed') {
    next = start(next, 'time_to_close', at)
    if (thread.ticket_type_id !== null) next = start(next, 'resolution_time', at)
  }
  return isHeld(next, thread) ? pause(next, at) : next
}

/** The status of the thread is null for good; its name stays. */
export async function removeSla(ctx: Ctx, thread: ThreadRow, sla: Sla, actor: Actor): Promise<void> {
  const begun = await readCourse(ctx.db, ctx.workspaceId, thread, sla)
  const ended = end(begun, TARGETS, ctx.now, 'canceled')
  const told = tell(ended, 'conversation_sla_removed', ctx.now, {})
  const removed = { ...told, sla: { ...sla, removed: true }, status: worse(begun.status, 'canceled') }
  await write(ctx, thread, begun, removed, actor)
}

/** A thread that is merged into another awaits nothing any more: its clocks end without an event, its status stays. */
export async function endSla(ctx: Ctx, thread: ThreadRow): Promise<void> {
  if (!isFollowed(thread)) return
  const begun = await readCourse(ctx.db, ctx.workspaceId, thread, thread.sla)
  await writeCourse(ctx, thread, begun, end(begun, TARGETS, ctx.now, 'ended'), thread.state)
}

async function write(ctx: Ctx, thread: ThreadRow, before: Course, course: Course, actor: Actor): Promise<void> {
  const at = ctx.now > thread.updated_at ? ctx.now : thread.updated_at
  const { parts, changes } = await writeCourse(ctx, thread, before, course, thread.state, byAdmin(actor))
  const placed = parts.map((part) => ({ ...part, created_at: at }))
  await insertParts(ctx.db, ctx.workspaceId, thread.id, placed, { ...changes, updated_at: at })
}

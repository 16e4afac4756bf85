/** Ends the session of a conversation that a teammate takes over or merges, in the transaction of what they do. */
import type { Ctx } from '../../context.ts'
import { isMerged } from '../../threads/merged.ts'
import type { UnplacedPart } from '../../threads/placed.ts'
import { takesOver, wasTakenOver } from '../../threads/taken-over.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { abandonRun, isAskingTeammates } from '../procedures/abandon-run.ts'
import { holdIn, type Held } from './lock.ts'
import { findSessionOf } from './queries.ts'
import { isOver, leaveToTeammates } from './state.ts'

/** Costs nothing where the agent takes no part. The conversation must be held, and its parts written. */
export async function endTakenOver(ctx: Ctx, thread: ThreadRow, parts: UnplacedPart[]): Promise<void> {
  if (thread.ai_agent === null || !(isMerged(thread) || parts.some(takesOver))) return
  const known = await findSessionOf(ctx.db, ctx.workspaceId, thread.id)
  if (!known || isOver(known)) return
  const held = await holdIn(ctx, thread, known.id)
  if (!held || isOver(held.session) || goesOn(held)) return
  await leaveWithRun(ctx, held, { outcome: isMerged(thread) ? 'merged' : 'taken_over' })
}

/**
 * Ends the session and the run in it, for teammates to go on.
 * @param outcome for a consultation that nobody has answered yet
 */
export async function leaveWithRun(
  ctx: Ctx,
  held: Held,
  { outcome, reason }: { outcome: string; reason?: string },
): Promise<void> {
  if (held.run) await abandonRun(ctx, held.run, outcome)
  await leaveToTeammates(ctx, held, reason)
}

/** A teammate who is asked for input may well work on the conversation meanwhile. */
const goesOn = ({ thread, run }: Held): boolean => isAskingTeammates(run) && !isMerged(thread)

export const isTakenOver = async ({ db, workspaceId }: Ctx, held: Held): Promise<boolean> =>
  !goesOn(held) && (isMerged(held.thread) || (await wasTakenOver(db, workspaceId, held.thread.id)))

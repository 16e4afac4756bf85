/** Ends the runs of a procedure that is deleted. */
import type { Ctx } from '../../context.ts'
import { holdSession } from '../fin/lock.ts'
import { isOver } from '../fin/state.ts'
import { listOpenRuns, lockVersions } from '../workflows/run-queries.ts'
import { abandonRun } from './abandon-run.ts'
import { leaveOrHandOver } from './session-of-run.ts'

/**
 * Sessions that only the procedure would have gone on with get teammates. One that waits for its user is left alone: the
 * agent answers the reply.
 */
export async function endRunsOf(ctx: Ctx, procedureId: string): Promise<void> {
  const { db, workspaceId } = ctx
  // A request that begins a run holds its version: it comes before this, or finds no procedure.
  await lockVersions(db, workspaceId, procedureId)
  for (const { session_id } of await listOpenRuns(db, workspaceId, procedureId)) {
    const held = await holdSession(ctx, session_id)
    if (!held?.run) continue
    await abandonRun(ctx, held.run, 'deleted')
    if (!isOver(held.session) && held.session.status !== 'awaiting_user_reply') await leaveOrHandOver(ctx, held)
  }
}

/**
 * Ends the runs of a procedure that is deleted, and the consultations that they wait for. A job hands their sessions
 * over, since they may be many; one that waits for its user goes on: the agent answers the reply, and without one the
 * session ends when its run would have.
 */
import type { Ctx } from '../../context.ts'
import { enqueueLong } from '../../queue/enqueue.ts'
import { lockOpenSessions } from '../fin/queries.ts'
import { lockOpenRuns, lockVersions } from '../workflows/run-queries.ts'
import { endConsultation, isAskingTeammates } from './abandon-run.ts'
import { HAND_OVER, type HandOverPayload } from './hand-over-sessions.task.ts'

/** The runs themselves go with the procedure. */
export async function endRunsOf(ctx: Ctx, procedureId: string): Promise<void> {
  const { db, workspaceId, now } = ctx
  // A request that begins a run holds its version: it comes before this, or finds no procedure.
  await lockVersions(db, workspaceId, procedureId)
  const runs = await lockOpenRuns(db, workspaceId, procedureId)
  for (const run of runs) if (isAskingTeammates(run)) await endConsultation(ctx, run, 'deleted')
  const dueOf = new Map(runs.map(({ session_id, due_at }) => [session_id, due_at]))
  const ids = runs.flatMap(({ session_id }) => session_id ?? [])
  const sessions = (await lockOpenSessions(db, workspaceId, ids)).flatMap(({ id, turn, status, quiet_at }) => {
    if (status !== 'awaiting_user_reply') return { id, turn }
    // A job of its own ends it already.
    return quiet_at === null ? { id, turn, awaited_until: (dueOf.get(id) ?? now).toISOString() } : []
  })
  if (sessions.length === 0) return
  const payload: HandOverPayload = { workspace_id: workspaceId, sessions }
  await enqueueLong(db, HAND_OVER, payload, { runAt: now })
}

/** The session of a run of a procedure, and the run's end in it. */
import type { Ctx } from '../../context.ts'
import { isMerged } from '../../threads/merged.ts'
import { wasTakenOver } from '../../threads/taken-over.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import type { Held } from '../fin/lock.ts'
import { lockSessionRow } from '../fin/queries.ts'
import { finish, handOver } from '../fin/speak.ts'
import { leaveToTeammates } from '../fin/state.ts'
import { insertHitlEvents } from '../hitl-events/queries.ts'
import type { Run } from '../workflows/run-queries.ts'
import { endedConsultation } from './consultation.ts'
import { noteExpiry } from './request-notes.ts'
import { findRequest } from './request-queries.ts'

/** The run and its conversation must be held. Undefined where the session is gone. */
export async function holdForRun(ctx: Ctx, run: Run, thread: ThreadRow): Promise<Held | undefined> {
  const session = await lockSessionRow(ctx.db, ctx.workspaceId, run.session_id!)
  return session && { session, thread, run }
}

/** All steps are done. */
export async function completeProcedure(ctx: Ctx, held: Held): Promise<void> {
  await finish(ctx, held, { resolution: 'assumed_resolution', rates: true })
}

/** Ends a wait in vain: a teammate takes over, or a silent user is left alone. */
export async function interruptProcedure(ctx: Ctx, run: Run, held: Held): Promise<void> {
  const { for: wanted } = run.waits_from as { for: 'reply' | 'input' }
  if (wanted === 'reply') return finish(ctx, held, { resolution: null, rates: false })
  await expireRequest(ctx, run, held)
  await leaveOrHandOver(ctx, held)
}

/** Has teammates go on: the one who has the conversation already, though the run did not end by that. */
export async function leaveOrHandOver(ctx: Ctx, held: Held): Promise<void> {
  if (isMerged(held.thread) || (await wasTakenOver(ctx.db, ctx.workspaceId, held.thread.id)))
    return leaveToTeammates(ctx, held)
  await handOver(ctx, held, { reason: 'Routed to team', state: 'procedure_handoff' })
}

async function expireRequest(ctx: Ctx, run: Run, { thread }: Held): Promise<void> {
  const request = await findRequest(ctx.db, ctx.workspaceId, run.id, run.step - 1)
  if (!request) return
  await noteExpiry(ctx, thread, request)
  const events = endedConsultation(request, run.message, { outcome: 'expired', ended: request.expires_at })
  await insertHitlEvents(ctx.db, ctx.workspaceId, run.thread_id, events)
}

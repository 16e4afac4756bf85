/** Ends the run of a procedure before its last step, and the consultation of teammates that it waits for. */
import type { Ctx } from '../../context.ts'
import type { WorkflowRunsRow } from '../../db/types/workflow_runs.ts'
import { insertHitlEvents } from '../hitl-events/queries.ts'
import { endRun } from '../workflows/run-queries.ts'
import { consultationOf, endedConsultation } from './consultation.ts'
import { findRequest } from './request-queries.ts'

type Waiting = Pick<WorkflowRunsRow, 'id' | 'thread_id' | 'step' | 'state' | 'waits_from' | 'message'>

/** True for a run that waits for the input of a teammate. */
export const isAskingTeammates = (run: Pick<Waiting, 'state' | 'waits_from'> | undefined): boolean =>
  run?.state === 'waiting' && (run.waits_from as { for?: string } | null)?.for === 'input'

/** @param outcome for a consultation that nobody has answered yet */
export async function abandonRun(ctx: Ctx, run: Waiting, outcome: string): Promise<void> {
  await endConsultation(ctx, run, outcome)
  await endRun(ctx.db, ctx.workspaceId, run.id, 'interrupted', ctx.now)
}

/** A consultation is told of once it has ended, in whatever way. */
export async function endConsultation(ctx: Ctx, run: Waiting, outcome: string): Promise<void> {
  const request = isAskingTeammates(run) && (await findRequest(ctx.db, ctx.workspaceId, run.id, run.step - 1))
  if (!request) return
  const events = request.input
    ? consultationOf(request, run.message)
    : endedConsultation(request, run.message, { outcome, ended: ctx.now })
  await insertHitlEvents(ctx.db, ctx.workspaceId, run.thread_id, events)
}

/** Asks teammates for values, by a notification and a note, and waits for them. */
import type { Ctx } from '../../context.ts'
import type { Held } from '../fin/lock.ts'
import type { Run } from '../workflows/run-queries.ts'
import { beginWait } from './end-wait.ts'
import { presentNotification } from './notification.ts'
import { noteRequest } from './request-notes.ts'
import { insertRequest } from './request-queries.ts'
import type { ProcedureStep } from './steps.ts'

type CollectStep = Extract<ProcedureStep, { type: 'collect_input' }>

const A_DAY = 86_400

export async function requestInput(ctx: Ctx, run: Run, { session, thread }: Held, step: CollectStep): Promise<void> {
  const request = {
    run_id: run.id,
    step: run.step,
    thread_id: run.thread_id,
    step_id: step.step_id,
    question: step.body,
    attributes: step.attributes,
    expires_at: new Date(ctx.now.getTime() + (step.seconds ?? A_DAY) * 1000),
    created_at: ctx.now,
  }
  await insertRequest(ctx.db, ctx.workspaceId, request)
  await noteRequest(ctx, thread, request)
  ctx.emit('procedure.hitl_notification.created', presentNotification(request, run.workflow_id, session.origin))
  await beginWait(ctx, run, { for: 'input' }, request.expires_at)
}

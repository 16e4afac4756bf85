/** Begins a run of a procedure in a session, and has it advanced. */
import type { Ctx } from '../../context.ts'
import type { Session } from '../fin/queries.ts'
import type { WorkflowRow } from '../workflows/queries.ts'
import { insertProcedureRun } from '../workflows/run-queries.ts'
import { wakeRun } from '../workflows/wake.ts'

export async function beginRun(
  ctx: Ctx,
  procedure: WorkflowRow,
  session: Session,
  { message, variables = {} }: { message: string | null; variables?: Record<string, unknown> },
): Promise<void> {
  const id = await insertProcedureRun(ctx.db, ctx.workspaceId, {
    workflow_id: procedure.id,
    version: procedure.version,
    thread_id: session.thread_id,
    session_id: session.id,
    message,
    variables,
    created_at: ctx.now,
  })
  await wakeRun(ctx, { id, token: 0 })
}

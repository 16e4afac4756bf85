/**
 * Waits of runs: a row with a due time and a token, which a job looks at when it is due. At the end of a wait the
 * conversation is looked at again: words of the contact, a teammate who took it over, or another assignee end the run.
 */
import type { Ctx } from '../../context.ts'
import { enqueue } from '../../queue/enqueue.ts'
import { flagsOf } from '../../queue/shares.ts'
import { wasTakenOver } from '../../threads/taken-over.ts'
import type { ThreadRow } from '../../threads/thread.ts'
import { ADVANCE, type AdvancePayload } from './advance-run.task.ts'
import { readLastPart, updateRun, wasContactActive, type Run } from './run-queries.ts'
import type { WorkflowStep } from './steps.ts'

type Wait = Extract<WorkflowStep, { type: 'wait' }>

export interface WaitsFrom {
  part: number
  admin: number | null
  team: number | null
  keep: boolean
}

/** The conversation as it is at the beginning of a wait. */
export const waitFrom = async ({ db, workspaceId }: Ctx, thread: ThreadRow): Promise<WaitsFrom> => ({
  part: await readLastPart(db, workspaceId, thread.id),
  admin: thread.admin_assignee_id,
  team: thread.team_assignee_id,
  keep: false,
})

export async function beginWait(ctx: Ctx, run: Run, thread: ThreadRow, { seconds, keep_on_activity }: Wait) {
  const due = new Date(ctx.now.getTime() + seconds * 1000)
  const waits_from: WaitsFrom = { ...(await waitFrom(ctx, thread)), keep: keep_on_activity ?? false }
  const token = run.token + 1
  await updateRun(ctx.db, ctx.workspaceId, run.id, {
    state: 'waiting',
    step: run.step + 1,
    due_at: due,
    token,
    waits_from,
  })
  await enqueueWake(ctx, { id: run.id, token }, due)
}

/** @returns `early` where the wait is put off: this process's clock is behind the one that set its due time */
export async function endWait(ctx: Ctx, run: Run, thread: ThreadRow): Promise<'early' | 'over' | 'interrupted'> {
  if (run.due_at && run.due_at > ctx.now) {
    await enqueueWake(ctx, run, run.due_at)
    return 'early'
  }
  const { part, admin, team, keep } = run.waits_from as WaitsFrom
  if (!keep) {
    const reassigned = thread.admin_assignee_id !== admin || thread.team_assignee_id !== team
    const since = [ctx.db, ctx.workspaceId, thread.id, part] as const
    if (reassigned || (await wasTakenOver(...since)) || (await wasContactActive(...since))) return 'interrupted'
  }
  await updateRun(ctx.db, ctx.workspaceId, run.id, { state: 'running', due_at: null })
  return 'over'
}

export const enqueueWake = ({ db, workspaceId }: Ctx, { id, token }: Pick<Run, 'id' | 'token'>, due: Date) => {
  const payload: AdvancePayload = { workspace_id: workspaceId, runs: [{ id, token }] }
  return enqueue(db, ADVANCE, payload, {
    runAt: due,
    key: `workflow_run:${workspaceId}:${id}`,
    flags: flagsOf(workspaceId),
  })
}

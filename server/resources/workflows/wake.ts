/** Has a run go on at once. */
import type { Ctx } from '../../context.ts'
import { enqueue } from '../../queue/enqueue.ts'
import { flagsOf } from '../../queue/shares.ts'
import { ADVANCE, type AdvancePayload } from './advance-run.task.ts'

export async function wakeRun(
  { db, workspaceId, now }: Ctx,
  { id, token }: { id: number; token: number },
): Promise<void> {
  const payload: AdvancePayload = { workspace_id: workspaceId, runs: [{ id, token }] }
  await enqueue(db, ADVANCE, payload, { runAt: now, flags: flagsOf(workspaceId) })
}

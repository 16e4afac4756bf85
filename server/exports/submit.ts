/** Hands an export to the worker. */
import type { Ctx } from '../context.ts'
import { lockWorkspace } from '../db/workspace-lock.ts'
import type { ExportsRow } from '../db/types/exports.ts'
import { apiError } from '../http/errors.ts'
import { jobIdentifier } from '../ids.ts'
import { enqueueLong } from '../queue/enqueue.ts'
import { countActive, insertExport, type Kind, type NewExport } from './queries.ts'

/**
 * @param most the most jobs of the kind at a time, where limits are on; `called` is their name in the refusal
 * @throws 429 rate_limit_exceeded
 */
export async function submitExport(
  ctx: Ctx,
  job: Omit<NewExport, 'identifier' | 'created_at'>,
  { most, called }: { most: number; called: string },
): Promise<ExportsRow> {
  const { db, workspaceId, now } = ctx
  if (ctx.limits === 'intercom') {
    await lockWorkspace(db, workspaceId)
    if ((await countActive(db, workspaceId, job.kind as Kind)) >= most)
      throw apiError(429, 'rate_limit_exceeded', `Exceeded rate limit of ${most} pending ${called} jobs`)
  }
  const made = await insertExport(db, workspaceId, { ...job, identifier: jobIdentifier(), created_at: now })
  const payload = { workspace_id: workspaceId, export_id: made.id }
  await enqueueLong(db, 'run_export', payload, { runAt: now, key: `export:${workspaceId}:${made.id}` })
  return made
}

/**
 * What a job does to a workspace, as a request would: in one transaction, with the events that it
 * emits and the counts that it moves. A job knows the newest version only.
 *
 *   await act(deps, workspaceId, async (ctx) => { … ctx.emit('conversation.admin.unsnoozed', item) })
 */
import type { Clock } from '../clock.ts'
import type { Ctx, Workspace } from '../context.ts'
import type { Pool } from '../db/pool.ts'
import { flush, nothingPending } from '../events/emit.ts'

export async function act(
  { db, clock }: { db: Pool; clock: Clock },
  workspaceId: number,
  run: (ctx: Ctx) => Promise<void>,
): Promise<void> {
  await db.begin(async (tx) => {
    const [workspace] = await tx<Workspace[]>`
      select id, app_id, name, time_zone, region, default_version, created_at from workspaces where id = ${workspaceId}`
    if (!workspace) return
    const [bot] = await tx<{ id: number }[]>`
      select id from admins where workspace_id = ${workspaceId} and kind = 'operator' order by id limit 1`
    const now = clock.now()
    const pending = nothingPending()
    await run({
      db: tx,
      workspace,
      workspaceId,
      actor: { adminId: bot!.id },
      now,
      has: () => true,
      emit: (topic, item) => void pending.events.push({ topic, item }),
      count: (name, delta) => void pending.counts.set(name, (pending.counts.get(name) ?? 0) + delta),
      url: '',
      limits: 'off',
    })
    await flush(tx, workspaceId, now, pending)
  })
}

/**
 * Records a change in the activity log, in its transaction, and emits the event that tells of it.
 *
 *   await logActivity(ctx, 'app_team_creation', 'created the team Support', { team })
 */
import { randomUUID } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import { presentDelivered } from './activity-log.ts'
import { getNameOfAdmin, insertActivityLog } from './queries.ts'
import type { ActivityType } from './types.ts'

/**
 * @param does the sentence after the name of the admin, without its full stop
 * @param adminId the admin who acts, unless given
 */
export async function logActivity(
  ctx: Ctx,
  activity_type: ActivityType,
  does: string,
  metadata: Record<string, unknown>,
  adminId = ctx.actor.adminId,
): Promise<void> {
  const { db, workspaceId, now } = ctx
  const row = await insertActivityLog(db, workspaceId, {
    public_id: randomUUID(),
    activity_type,
    admin_id: adminId,
    ip: ctx.callerAddress,
    description: `${await getNameOfAdmin(db, workspaceId, adminId)} ${does}.`,
    metadata,
    created_at: now,
  })
  ctx.emit('admin.activity_log_event.created', presentDelivered(row))
}

/** The admin in the metadata of a change. */
export function adminDetails({ id, name }: { id: number; name: string }) {
  const [first_name, ...rest] = name.split(' ')
  return { id, first_name, last_name: rest.join(' ') }
}

/** True if two forms of a thing differ in the time of their last change at the most. */
export const isUnchanged = (before: object | null, after: object | null): boolean =>
  JSON.stringify({ ...before, updated_at: 0 }) === JSON.stringify({ ...after, updated_at: 0 })

/** Records changes of admins in the activity log. */
import type { Ctx } from '../../context.ts'
import { adminDetails, logActivity } from '../activity-logs/log-activity.ts'
import type { ActivityType } from '../activity-logs/types.ts'
import { findReason } from '../away-status-reasons/queries.ts'
import type { AdminRow } from './admin.ts'
import { getAdmin } from './queries.ts'

type Away = Pick<AdminRow, 'away_mode_enabled' | 'away_mode_reassign' | 'away_status_reason_id'>

/** The change stands under the name of the admin who is away; the details tell who made it. */
export async function logAwayMode(ctx: Ctx, before: Away, after: Away & Pick<AdminRow, 'id'>): Promise<void> {
  const { away_mode_enabled, away_mode_reassign, away_status_reason_id } = after
  if (
    before.away_mode_enabled === away_mode_enabled &&
    before.away_mode_reassign === away_mode_reassign &&
    before.away_status_reason_id === away_status_reason_id
  )
    return
  const { db, workspaceId, actor } = ctx
  const [by, reason] = await Promise.all([
    getAdmin(db, workspaceId, actor.adminId),
    away_status_reason_id === null ? undefined : findReason(db, workspaceId, away_status_reason_id),
  ])
  const metadata = {
    away_mode: away_mode_enabled,
    away_status_reason: reason?.label ?? null,
    reassign_conversations: away_mode_reassign,
    source: 'api',
    auto_changed: null,
    update_by: by.id,
    update_by_name: by.name,
  }
  const does = away_mode_enabled ? 'turned away mode on' : 'turned away mode off'
  await logActivity(ctx, 'admin_away_mode_change', does, metadata, after.id)
}

export const logNewAdmin = (ctx: Ctx, admin: AdminRow): Promise<void> =>
  logActivity(ctx, 'admin_provisioned', `added ${admin.name} to the workspace`, { admin: adminDetails(admin) })

export const logRemovedAdmin = (ctx: Ctx, admin: AdminRow): Promise<void> =>
  logActivity(ctx, 'admin_deletion', `removed ${admin.name} from the workspace`, { admin: adminDetails(admin) })

/** The settings of an admin whose changes are recorded. */
const RECORDED: { type: ActivityType; what: string; of(row: AdminRow): unknown }[] = [
  { type: 'admin_avatar_change', what: 'the picture', of: ({ avatar_url }) => ({ image_url: avatar_url }) },
  { type: 'seat_change', what: 'the seat in the inbox', of: ({ has_inbox_seat }) => ({ has_inbox_seat }) },
  { type: 'admin_permission_change', what: 'the role', of: ({ role_name }) => ({ role: role_name }) },
]

export async function logChangedAdmin(ctx: Ctx, before: AdminRow, after: AdminRow): Promise<void> {
  for (const { type, what, of } of RECORDED) {
    const change = { before: of(before), after: of(after) }
    if (JSON.stringify(change.before) !== JSON.stringify(change.after))
      await logActivity(ctx, type, `changed ${what} of ${after.name}`, { admin: adminDetails(after), ...change })
  }
  const { conversation_assignment_limit } = after
  if (before.conversation_assignment_limit !== conversation_assignment_limit)
    await logActivity(
      ctx,
      'admin_conversation_assignment_limit_change',
      `changed the assignment limit of ${after.name}`,
      { admin: adminDetails(after), conversation_assignment_limit },
    )
}

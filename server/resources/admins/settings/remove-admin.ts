/**
 * Takes an admin out of the workspace. The row stays, because what the admin wrote and did refers to
 * it; the tokens are revoked, the teams and the seat are given up, and what is assigned to the admin is
 * handed over by a job.
 */
import type { Ctx } from '../../../context.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { apiError } from '../../../http/errors.ts'
import { revokeTokensOf } from '../../tokens/access-tokens.ts'
import type { AdminRow } from '../admin.ts'
import { presentDeliveredAdmin } from '../delivered-admin.ts'
import { enqueueHandOver, type Assignee } from '../hand-over/hand-over.ts'
import { logRemovedAdmin } from '../log-changes.ts'
import { countTeammates, getAnyAdmin, lockAdmin, removeFromTeams, updateAdmin } from './queries.ts'

/** @throws 404 admin_not_found, 409 conflict where nobody would be left */
export async function removeAdmin(ctx: Ctx, id: string | number, to: Assignee | null): Promise<AdminRow> {
  const { db, workspaceId, now } = ctx
  await lockWorkspace(db, workspaceId)
  const admin = await lockAdmin(db, workspaceId, id)
  if ((await countTeammates(db, workspaceId)) === 1)
    throw apiError(409, 'conflict', 'The last admin of a workspace cannot be removed')
  await removeFromTeams(db, workspaceId, admin.id)
  await updateAdmin(db, workspaceId, admin.id, {
    removed_at: now,
    has_inbox_seat: false,
    away_mode_enabled: true,
    away_mode_reassign: true,
  })
  await revokeTokensOf(db, workspaceId, admin.id, now)
  await enqueueHandOver(db, workspaceId, { type: 'admin', id: admin.id }, to, now)
  const row = await getAnyAdmin(db, workspaceId, admin.id)
  const { has_inbox_seat } = admin
  // Captured: the seat is shown as it was, and nobody who left is away.
  const shown = { ...row, has_inbox_seat, away_mode_enabled: false, away_mode_reassign: false }
  ctx.emit('admin.removed_from_workspace', presentDeliveredAdmin(shown))
  await logRemovedAdmin(ctx, row)
  return row
}

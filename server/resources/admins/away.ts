import Type, { type Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError, notFound, parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, Nullable } from '../../schema/types.ts'
import { enqueueDistribution } from '../../threads/distribute.ts'
import { findReason } from '../away-status-reasons/queries.ts'
import { Admin, presentAdmin, type AdminRow } from './admin.ts'
import { logAwayMode } from './log-changes.ts'
import { presentDeliveredAdmin } from './delivered-admin.ts'
import { findAdmin, updateAwayMode } from './queries.ts'

const AwayBody = Type.Object({
  away_mode_enabled: described(Type.Boolean(), 'True to be away, false to be back.'),
  away_mode_reassign: described(Type.Boolean(), 'True if replies that come meanwhile are to be assigned anew.'),
  away_status_reason_id: described(
    Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))),
    'The id of a reason to be away; null for none.',
  ),
})

export const setAdminAway = operation({
  method: 'PUT',
  path: '/admins/{admin_id}/away',
  group: 'Admins',
  scopes: ['update_admins'],
  summary: 'Set an admin to away',
  description:
    'Both switches must be given. A bot cannot be away. Only an admin with a seat in the inbox has replies to reassign, ' +
    'and only one who is away has a reason for it.',
  params: Type.Object({ admin_id: Type.String() }),
  body: described(AwayBody, 'The new away mode of the admin.'),
  reply: Admin,
  answer: 'The admin as it is now.',
  handle: async (ctx, { params, body }) => {
    const before = await getTeammate(ctx, params.admin_id)
    await refuseAwayMode(ctx, before, body)
    const away = {
      away_mode_enabled: body.away_mode_enabled,
      away_mode_reassign: body.away_mode_reassign,
      away_status_reason_id: body.away_mode_enabled ? (body.away_status_reason_id ?? null) : null,
    }
    const row = await updateAwayMode(ctx.db, ctx.workspaceId, params.admin_id, away)
    if (!row) throw notFound('away_admin')
    ctx.emit('admin.away_mode_updated', presentDeliveredAdmin(row))
    await logAwayMode(ctx, before, row)
    if (before.away_mode_enabled && !row.away_mode_enabled) await enqueueDistribution(ctx.db, ctx.workspaceId, ctx.now)
    return presentAdmin(row)
  },
})

/** @throws 404 admin_not_found, also for a bot */
async function getTeammate(ctx: Ctx, id: string): Promise<AdminRow> {
  const admin = await findAdmin(ctx.db, ctx.workspaceId, id)
  if (!admin || admin.kind !== 'admin') throw notFound('away_admin')
  return admin
}

/** @throws 400 for a reason of one who is not away, 403 for one who has no replies to reassign */
async function refuseAwayMode(ctx: Ctx, admin: AdminRow, body: Static<typeof AwayBody>): Promise<void> {
  if (body.away_mode_reassign && !admin.has_inbox_seat && ctx.has('NeedSeatToReassign'))
    throw apiError(403, 'forbidden', 'Only an admin with access to the inbox can have replies reassigned')
  const reason = body.away_status_reason_id ?? null
  if (reason !== null && body.away_mode_enabled) await refuseGoneReason(ctx, reason, admin.away_status_reason_id)
  if (reason !== null && !body.away_mode_enabled && ctx.has('RefuseReasonOfPresentAdmin'))
    throw parameterInvalid('away_status_reason_id can only be given when away_mode_enabled is true')
}

/** An admin may keep a reason that was deleted since. @throws 400 parameter_invalid */
async function refuseGoneReason(ctx: Ctx, id: number, present: number | null): Promise<void> {
  if (id === present) return
  const reason = await findReason(ctx.db, ctx.workspaceId, id)
  if (!reason) throw parameterInvalid('away_status_reason_id is not the id of a reason', 'away_status_reason_id')
  if (reason.deleted) throw parameterInvalid('Away status reason is deleted')
}

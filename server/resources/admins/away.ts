import Type from 'typebox'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { Nullable } from '../../schema/types.ts'
import { Admin, presentAdmin } from './admin.ts'
import { updateAwayMode } from './queries.ts'

export const setAdminAway = operation({
  method: 'PUT',
  path: '/admins/{admin_id}/away',
  group: 'Admins',
  summary: 'Set an admin to away',
  description: 'Both switches must be given. A bot cannot be away.',
  params: Type.Object({ admin_id: Type.String() }),
  body: Type.Object({
    away_mode_enabled: Type.Boolean(),
    away_mode_reassign: Type.Boolean(),
    away_status_reason_id: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))),
  }),
  reply: Admin,
  handle: async (ctx, { params, body }) => {
    const away = {
      ...body,
      away_status_reason_id: body.away_mode_enabled ? (body.away_status_reason_id ?? null) : null,
    }
    const row = await updateAwayMode(ctx.db, ctx.workspaceId, params.admin_id, away)
    if (!row) throw notFound('away_admin')
    const admin = presentAdmin(row)
    ctx.emit('admin.away_mode_updated', admin)
    return admin
  },
})

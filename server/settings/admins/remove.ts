import Type from 'typebox'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { presentAdmin } from '../../resources/admins/admin.ts'
import { HandOver, readHandOver } from '../hand-over/target.ts'
import { AdminSettings, presentAdminSettings } from './admin.ts'
import { getAnyAdmin } from './queries.ts'
import { removeAdmin } from './remove-admin.ts'

export const removeAdminFromWorkspace = operation({
  method: 'DELETE',
  path: '/parley/admins/{admin_id}',
  group: 'Admins',
  summary: 'Remove an admin',
  description:
    'The admin leaves the teams and the seat, and the tokens that act for the admin are revoked at once. ' +
    'Conversations, and contacts that the admin owns, go soon after to whom the body names, or to nobody. ' +
    'What the admin wrote goes on bearing the name. Nobody can remove the admin who asks, nor the last one.',
  params: Type.Object({ admin_id: Type.String() }),
  body: HandOver,
  reply: AdminSettings,
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    const to = await readHandOver(db, workspaceId, body, { type: 'admin', id: params.admin_id })
    if (params.admin_id === String(ctx.actor.adminId))
      throw apiError(409, 'conflict', 'The admin that the token acts for cannot be removed with it')
    const { id } = await removeAdmin(db, workspaceId, params.admin_id, to, now)
    const row = await getAnyAdmin(db, workspaceId, id)
    ctx.emit('admin.removed_from_workspace', presentAdmin(row))
    return presentAdminSettings(row)
  },
})

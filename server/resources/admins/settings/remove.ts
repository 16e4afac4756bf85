import Type from 'typebox'
import { apiError } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { HandOver, readHandOver } from '../hand-over/target.ts'
import { AdminSettings, presentAdminSettings } from './admin.ts'
import { removeAdmin } from './remove-admin.ts'
import { described } from '../../../schema/types.ts'

export const removeAdminFromWorkspace = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/admins/{admin_id}',
  group: 'Admins',
  summary: 'Remove an admin',
  description:
    'The admin leaves the teams and the seat, and the tokens that act for the admin are revoked at once. ' +
    'Conversations, and contacts that the admin owns, go soon after to the admin or team that the body names, or to nobody. ' +
    'Messages of the admin keep the name. Nobody can remove the admin who asks, nor the last one.',
  params: Type.Object({ admin_id: Type.String() }),
  body: described(HandOver, 'The admin or the team that takes over conversations and contacts, one at most.'),
  reply: AdminSettings,
  answer: 'The removed admin.',
  refusals: { 409: 'The admin is the last one, or the one of the token.' },
  handle: async (ctx, { params, body }) => {
    const to = await readHandOver(ctx.db, ctx.workspaceId, body, { type: 'admin', id: params.admin_id })
    if (params.admin_id === String(ctx.actor.adminId))
      throw apiError(409, 'conflict', 'The admin that the token acts for cannot be removed with it')
    return presentAdminSettings(await removeAdmin(ctx, params.admin_id, to))
  },
})

import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { AdminSettings, presentAdminSettings } from './admin.ts'
import { getAnyAdmin } from './queries.ts'

export const getAdmin = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/admins/{admin_id}',
  group: 'Admins',
  summary: 'Retrieve an admin',
  description: 'One who was removed, too.',
  params: Type.Object({ admin_id: Type.String() }),
  reply: AdminSettings,
  answer: 'The admin.',
  handle: async (ctx, { params }) => presentAdminSettings(await getAnyAdmin(ctx.db, ctx.workspaceId, params.admin_id)),
})

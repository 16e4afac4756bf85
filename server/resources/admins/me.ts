import { operation } from '../../http/operation.ts'
import { AdminWithApp, presentAdminWithApp } from './admin.ts'
import { getAdmin } from './queries.ts'

export const identifyAdmin = operation({
  method: 'GET',
  path: '/me',
  group: 'Admins',
  summary: 'Identify an admin',
  description: 'Tells the admin that the access token acts for, and the workspace that it opens.',
  reply: AdminWithApp,
  answer: 'The admin, and the workspace in `app`.',
  handle: async (ctx) => presentAdminWithApp(ctx.workspace, await getAdmin(ctx.db, ctx.workspaceId, ctx.actor.adminId)),
})

import { operation } from '../../http/operation.ts'
import { presentAdmin } from '../../resources/admins/admin.ts'
import { AdminSettings, presentAdminSettings } from './admin.ts'
import { makeAdmin, NewAdmin } from './new-admin.ts'
import { getAnyAdmin } from './queries.ts'

export const createAdmin = operation({
  method: 'POST',
  path: '/parley/admins',
  group: 'Admins',
  summary: 'Create an admin',
  description: 'No two admins have one email, in whatever letter case; one who was removed gives it away.',
  body: NewAdmin,
  reply: AdminSettings,
  handle: async (ctx, { body }) => {
    const id = await makeAdmin(ctx.db, ctx.workspaceId, body, ctx.now)
    const row = await getAnyAdmin(ctx.db, ctx.workspaceId, id)
    ctx.emit('admin.added_to_workspace', presentAdmin(row))
    return presentAdminSettings(row)
  },
})

import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { AdminSettings, presentAdminSettings } from './admin.ts'
import { AdminDetails, columnsOf } from './details.ts'
import * as queries from './queries.ts'

export const updateAdmin = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/admins/{admin_id}',
  group: 'Admins',
  summary: 'Update an admin',
  description: 'What is left out stays as it is. The bot cannot be changed, nor can those who were removed.',
  params: Type.Object({ admin_id: Type.String() }),
  body: AdminDetails,
  reply: AdminSettings,
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { id } = await queries.lockAdmin(db, workspaceId, params.admin_id)
    await queries.updateAdmin(db, workspaceId, id, await columnsOf(db, workspaceId, id, body))
    return presentAdminSettings(await queries.getAnyAdmin(db, workspaceId, id))
  },
})

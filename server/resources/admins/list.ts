import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Admin, presentListedAdmin } from './admin.ts'
import * as queries from './queries.ts'

export const listAdmins = operation({
  method: 'GET',
  path: '/admins',
  group: 'Admins',
  summary: 'List all admins',
  description: 'Every teammate of the workspace and its bot, in the order in which they joined.',
  reply: Type.Object({ type: Type.Literal('admin.list'), admins: Type.Array(Admin) }),
  handle: async (ctx) => ({
    type: 'admin.list' as const,
    admins: (await queries.listAdmins(ctx.db, ctx.workspaceId)).map(presentListedAdmin),
  }),
})

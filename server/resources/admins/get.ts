import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Admin, presentAdmin } from './admin.ts'
import * as queries from './queries.ts'

export const getAdmin = operation({
  method: 'GET',
  path: '/admins/{admin_id}',
  group: 'Admins',
  scopes: ['read_admins'],
  summary: 'Retrieve an admin',
  params: Type.Object({ admin_id: Type.String() }),
  reply: Admin,
  answer: 'The admin.',
  handle: async (ctx, { params }) => presentAdmin(await queries.getAdmin(ctx.db, ctx.workspaceId, params.admin_id)),
})

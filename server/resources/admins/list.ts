import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Admin, presentAvatar, presentListedAdmin } from './admin.ts'
import * as queries from './queries.ts'
import { described } from '../../schema/types.ts'

export const listAdmins = operation({
  method: 'GET',
  path: '/admins',
  group: 'Admins',
  scopes: ['read_admins'],
  summary: 'List all admins',
  description: 'Every teammate of the workspace and its bot, in the order in which they joined.',
  query: Type.Object({
    display_avatar: Type.Optional(Type.Boolean({ description: 'If true, each admin has an `avatar`.' })),
  }),
  reply: Type.Object({
    type: Type.Literal('admin.list'),
    admins: described(Type.Array(Admin), 'All admins, the bot included.'),
  }),
  answer: 'All admins.',
  handle: async (ctx, { query }) => {
    const rows = await queries.listAdmins(ctx.db, ctx.workspaceId)
    const admins = rows.map((row) => ({
      ...presentListedAdmin(row),
      ...(query.display_avatar && { avatar: presentAvatar(row) }),
    }))
    return { type: 'admin.list' as const, admins }
  },
})

import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import * as admins from '../queries.ts'
import { AdminSettings, presentAdminSettings } from './admin.ts'
import { listAllAdmins } from './queries.ts'

export const listAdmins = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/admins',
  group: 'Admins',
  summary: 'List all admins',
  description: 'Current admins; with `include_removed` removed ones as well.',
  query: Type.Object({
    include_removed: Type.Optional(Type.Boolean({ description: 'If true, removed admins are listed as well.' })),
  }),
  reply: list(AdminSettings),
  answer: 'The admins.',
  handle: async (ctx, { query }) => {
    const read = query.include_removed ? listAllAdmins : admins.listAdmins
    return { type: 'list' as const, data: (await read(ctx.db, ctx.workspaceId)).map(presentAdminSettings) }
  },
})

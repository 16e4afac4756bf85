import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Macro, presentMacro } from './macro.ts'
import { getVisibleMacro } from './queries.ts'

export const getMacro = operation({
  method: 'GET',
  path: '/macros/{macro_id}',
  group: 'Macros',
  scopes: ['read_conversations'],
  summary: 'Retrieve a macro',
  description: 'One that the admin of the token does not see answers 404.',
  params: Type.Object({ macro_id: Type.String() }),
  reply: Macro,
  answer: 'The macro.',
  handle: async (ctx, { params }) =>
    presentMacro(await getVisibleMacro(ctx.db, ctx.workspaceId, ctx.actor.adminId, params.macro_id)),
})

import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { MacroSettings, presentMacroSettings } from './macro.ts'
import * as queries from './queries.ts'

export const getMacroSettings = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/macros/{macro_id}',
  group: 'Macros',
  summary: 'Retrieve a macro',
  description: 'Also one that is not visible to the admin of the token.',
  params: Type.Object({ macro_id: Type.String() }),
  reply: MacroSettings,
  answer: 'The macro.',
  handle: async (ctx, { params }) =>
    presentMacroSettings(ctx, await queries.getMacro(ctx.db, ctx.workspaceId, params.macro_id)),
})

import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { MacroSettings, presentAllMacroSettings } from './macro.ts'
import { listAllMacros } from './queries.ts'

export const listMacroSettings = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/macros',
  group: 'Macros',
  summary: 'List all macros',
  reply: list(MacroSettings),
  answer: 'All macros.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: await presentAllMacroSettings(ctx, await listAllMacros(ctx.db, ctx.workspaceId)),
  }),
})

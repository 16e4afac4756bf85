import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import * as helpCenters from '../queries.ts'
import { HelpCenterSettings, presentSettings } from './help-center-settings.ts'

export const listHelpCenters = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/help_centers',
  group: 'Help centers',
  summary: 'List all help centers',
  reply: list(HelpCenterSettings),
  answer: 'All help centers.',
  handle: async (ctx) => {
    const rows = await helpCenters.listHelpCenters(ctx.db, ctx.workspaceId)
    return { type: 'list' as const, data: rows.map((row) => presentSettings(ctx, row)) }
  },
})

import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { HelpCenter, presentHelpCenter } from '../help-center.ts'
import * as helpCenters from '../queries.ts'

export const listHelpCenters = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/help_centers',
  group: 'Help centers',
  summary: 'List all help centers',
  reply: list(HelpCenter),
  answer: 'All help centers.',
  handle: async (ctx) => {
    const rows = await helpCenters.listHelpCenters(ctx.db, ctx.workspaceId)
    return { type: 'list' as const, data: rows.map((row) => presentHelpCenter(ctx, row)) }
  },
})

import { operation } from '../../http/operation.ts'
import { list } from '../../http/schemas.ts'
import { HelpCenter, presentHelpCenter } from '../../resources/help-centers/help-center.ts'
import * as helpCenters from '../../resources/help-centers/queries.ts'

export const listHelpCenters = operation({
  method: 'GET',
  path: '/parley/help_centers',
  group: 'Help centers',
  summary: 'List all help centers',
  reply: list(HelpCenter),
  handle: async (ctx) => {
    const rows = await helpCenters.listHelpCenters(ctx.db, ctx.workspaceId)
    return { type: 'list' as const, data: rows.map((row) => presentHelpCenter(ctx, row)) }
  },
})

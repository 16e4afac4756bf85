import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import { HelpCenter, presentHelpCenter } from './help-center.ts'
import * as queries from './queries.ts'

export const listHelpCenters = operation({
  method: 'GET',
  path: '/help_center/help_centers',
  group: 'Help Center',
  summary: 'List all help centers',
  reply: list(HelpCenter),
  answer: 'All help centers.',
  handle: async (ctx) => {
    const rows = await queries.listHelpCenters(ctx.db, ctx.workspaceId)
    return { type: 'list' as const, data: rows.map((row) => presentHelpCenter(ctx, row)) }
  },
})

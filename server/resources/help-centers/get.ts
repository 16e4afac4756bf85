import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { HelpCenter, presentHelpCenter } from './help-center.ts'
import * as queries from './queries.ts'

export const getHelpCenter = operation({
  method: 'GET',
  path: '/help_center/help_centers/{help_center_id}',
  group: 'Help Center',
  summary: 'Retrieve a help center',
  params: Type.Object({ help_center_id: Type.String() }),
  reply: HelpCenter,
  answer: 'The help center.',
  handle: async (ctx, { params }) =>
    presentHelpCenter(ctx, await queries.getHelpCenter(ctx.db, ctx.workspaceId, params.help_center_id)),
})

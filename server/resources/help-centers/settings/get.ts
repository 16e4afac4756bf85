import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import * as helpCenters from '../queries.ts'
import { HelpCenterSettings, presentSettings } from './help-center-settings.ts'

export const getHelpCenter = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/help_centers/{help_center_id}',
  group: 'Help centers',
  summary: 'Retrieve a help center',
  params: Type.Object({ help_center_id: Type.String() }),
  reply: HelpCenterSettings,
  answer: 'The help center.',
  handle: async (ctx, { params }) =>
    presentSettings(ctx, await helpCenters.getHelpCenter(ctx.db, ctx.workspaceId, params.help_center_id)),
})

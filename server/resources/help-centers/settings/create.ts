import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { getHelpCenter } from '../queries.ts'
import { makeHelpCenter, NewHelpCenter, readDomain, refuseOwnHost } from './details.ts'
import { described } from '../../../schema/types.ts'
import { HelpCenterSettings, presentSettings } from './help-center-settings.ts'

export const createHelpCenter = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/help_centers',
  group: 'Help centers',
  summary: 'Create a help center',
  body: described(NewHelpCenter, 'The new help center.'),
  reply: HelpCenterSettings,
  answer: 'The new help center.',
  refusals: { 409: 'Another help center has the identifier or the domain.', 422: 'A colour has too little contrast.' },
  handle: async (ctx, { body }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    refuseOwnHost(ctx, readDomain(body.custom_domain))
    const id = await makeHelpCenter(ctx.db, ctx.workspaceId, body, ctx.now)
    return presentSettings(ctx, await getHelpCenter(ctx.db, ctx.workspaceId, String(id)))
  },
})

import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { HelpCenter, presentHelpCenter } from '../help-center.ts'
import { getHelpCenter } from '../queries.ts'
import { makeHelpCenter, NewHelpCenter, readDomain, refuseOwnHost } from './details.ts'
import { described } from '../../../schema/types.ts'

export const createHelpCenter = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/help_centers',
  group: 'Help centers',
  summary: 'Create a help center',
  body: described(NewHelpCenter, 'The new help center.'),
  reply: HelpCenter,
  answer: 'The new help center.',
  handle: async (ctx, { body }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    refuseOwnHost(ctx, readDomain(body.custom_domain))
    const id = await makeHelpCenter(ctx.db, ctx.workspaceId, body, ctx.now)
    return presentHelpCenter(ctx, await getHelpCenter(ctx.db, ctx.workspaceId, String(id)))
  },
})

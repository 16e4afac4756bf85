import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { BannerSettings, presentBannerSettings } from './banner.ts'
import { BannerDetails, columnsOf } from './details.ts'
import { insertBanner } from './queries.ts'

export const createBanner = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/banners',
  group: 'Banners',
  summary: 'Create a banner',
  description: 'Inline at the top, for everybody, and not live, unless the request says otherwise.',
  body: BannerDetails,
  reply: BannerSettings,
  handle: async (ctx, { body }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const columns = await columnsOf(ctx, body)
    return presentBannerSettings(await insertBanner(ctx.db, ctx.workspaceId, columns, ctx.now))
  },
})

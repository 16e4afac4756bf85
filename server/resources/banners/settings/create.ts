import { described } from '../../../schema/types.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { parameterMissing } from '../../../http/errors.ts'
import { BannerSettings, presentBannerSettings } from './banner.ts'
import { BannerDetails, columnsOf } from './details.ts'
import { insertBanner } from './queries.ts'

export const createBanner = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/banners',
  group: 'Banners',
  summary: 'Create a banner',
  description:
    'A banner has a title or a body. Inline at the top, for everybody, and not live, unless the request says otherwise.',
  body: described(BannerDetails, 'The details of the new banner.'),
  reply: BannerSettings,
  answer: 'The new banner.',
  handle: async (ctx, { body }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const columns = await columnsOf(ctx, body)
    if (!columns.title && !columns.body) throw parameterMissing('title or body')
    return presentBannerSettings(await insertBanner(ctx.db, ctx.workspaceId, columns, ctx.now))
  },
})

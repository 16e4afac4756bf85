import { operation } from '../../../http/operation.ts'
import { list } from '../../../schema/types.ts'
import { BannerSettings, presentBannerSettings } from './banner.ts'
import * as queries from './queries.ts'

export const listBanners = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/banners',
  group: 'Banners',
  summary: 'List all banners',
  description: 'Oldest first.',
  reply: list(BannerSettings),
  answer: 'The banners.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await queries.listBanners(ctx.db, ctx.workspaceId)).map(presentBannerSettings),
  }),
})

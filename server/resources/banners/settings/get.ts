import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { BannerSettings, presentBannerSettings } from './banner.ts'
import * as queries from './queries.ts'

export const getBanner = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/banners/{banner_id}',
  group: 'Banners',
  summary: 'Retrieve a banner',
  params: Type.Object({ banner_id: Type.String() }),
  reply: BannerSettings,
  answer: 'The banner.',
  handle: async (ctx, { params }) =>
    presentBannerSettings(await queries.getBanner(ctx.db, ctx.workspaceId, params.banner_id)),
})

import { described } from '../../../schema/types.ts'
import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { BannerSettings, presentBannerSettings } from './banner.ts'
import { BannerDetails, columnsOf } from './details.ts'
import * as queries from './queries.ts'

export const updateBanner = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/banners/{banner_id}',
  group: 'Banners',
  summary: 'Update a banner',
  description: 'Properties that are left out stay as they are. Dismissals are kept.',
  params: Type.Object({ banner_id: Type.String() }),
  body: described(BannerDetails, 'The details to change.'),
  reply: BannerSettings,
  answer: 'The banner with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const { id } = await queries.getBanner(db, workspaceId, params.banner_id)
    const columns = { ...(await columnsOf(ctx, body)), updated_at: ctx.now }
    return presentBannerSettings(await queries.updateBanner(db, workspaceId, id, columns))
  },
})

import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { Deleted, presentDeleted } from '../../../schema/deleted.ts'
import { logActivity } from '../../activity-logs/log-activity.ts'
import * as queries from './queries.ts'

export const deleteBanner = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/banners/{banner_id}',
  group: 'Banners',
  summary: 'Delete a banner',
  params: Type.Object({ banner_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted banner.',
  handle: async (ctx, { params }) => {
    const { id, title } = await queries.getBanner(ctx.db, ctx.workspaceId, params.banner_id)
    await queries.deleteBanner(ctx.db, ctx.workspaceId, id)
    await logActivity(ctx, 'message_deletion', `deleted the banner ${title ?? id}`, {
      message: { id, title, type: 'banner' },
    })
    return presentDeleted('banner', id)
  },
})

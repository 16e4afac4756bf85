import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { logActivity } from '../../resources/activity-logs/log-activity.ts'
import { Deleted, presentDeleted } from '../../schema/deleted.ts'
import * as queries from './queries.ts'
import { loggedWebhook } from './webhook.ts'

export const deleteWebhook = operation({
  api: 'settings',
  method: 'DELETE',
  path: '/parley/webhooks/{webhook_id}',
  group: 'Webhooks',
  summary: 'Delete a webhook',
  description: 'With its attempts, and what was not delivered yet.',
  params: Type.Object({ webhook_id: Type.String() }),
  reply: Deleted,
  answer: 'The id of the deleted webhook.',
  handle: async (ctx, { params }) => {
    const webhook = await queries.getWebhook(ctx.db, ctx.workspaceId, params.webhook_id)
    await queries.deleteWebhook(ctx.db, ctx.workspaceId, webhook.id)
    await logActivity(ctx, 'app_webhook_deletion', 'deleted a webhook', { webhook: loggedWebhook(webhook) })
    return presentDeleted('webhook', webhook.id)
  },
})

import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { IdOf, model } from '../../schema/types.ts'
import { queueNotifications } from '../queue.ts'
import { insertPing } from '../queries.ts'
import { getWebhook } from './queries.ts'

export const pingWebhook = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/webhooks/{webhook_id}/ping',
  group: 'Webhooks',
  summary: 'Ping a webhook',
  description:
    'Sends a notification of the topic `ping`, even to one that is not active. Its result is among the attempts.',
  params: Type.Object({ webhook_id: Type.String() }),
  reply: model('webhook_ping', {
    type: Type.Literal('webhook_ping'),
    webhook_id: IdOf('webhook'),
    topic: Type.Literal('ping'),
  }),
  answer: 'The notification is under way.',
  handle: async (ctx, { params }) => {
    const { id, url } = await getWebhook(ctx.db, ctx.workspaceId, params.webhook_id)
    await queueNotifications(ctx.db, [await insertPing(ctx.db, ctx.workspaceId, id, ctx.now)], url, ctx.now)
    return { type: 'webhook_ping' as const, webhook_id: String(id), topic: 'ping' as const }
  },
})

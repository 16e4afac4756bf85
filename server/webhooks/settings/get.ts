import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import * as queries from './queries.ts'
import { presentWebhook, Webhook } from './webhook.ts'

export const getWebhook = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/webhooks/{webhook_id}',
  group: 'Webhooks',
  summary: 'Retrieve a webhook',
  params: Type.Object({ webhook_id: Type.String() }),
  reply: Webhook,
  answer: 'The webhook.',
  handle: async (ctx, { params }) =>
    presentWebhook(await queries.getWebhook(ctx.db, ctx.workspaceId, params.webhook_id)),
})

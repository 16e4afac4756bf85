import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { columnsOf, WebhookDetails } from './details.ts'
import * as queries from './queries.ts'
import { presentWebhook, Webhook } from './webhook.ts'
import { described } from '../../schema/types.ts'

export const updateWebhook = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/webhooks/{webhook_id}',
  group: 'Webhooks',
  summary: 'Update a webhook',
  description:
    'Missing properties stay as they are; `topics` are all there are. Turned on, it is told of what happens from then ' +
    'on, and no pause holds it.',
  params: Type.Object({ webhook_id: Type.String() }),
  body: described(WebhookDetails, 'The details to change.'),
  reply: Webhook,
  answer: 'The webhook with its new details.',
  handle: async (ctx, { params, body }) => {
    const changes = columnsOf(ctx, body)
    const { id } = await queries.getWebhook(ctx.db, ctx.workspaceId, params.webhook_id)
    await queries.updateWebhook(ctx.db, ctx.workspaceId, id, changes, ctx.now)
    return presentWebhook(await queries.getWebhook(ctx.db, ctx.workspaceId, id))
  },
})

import { operation } from '../../http/operation.ts'
import { list } from '../../schema/types.ts'
import * as queries from './queries.ts'
import { presentWebhook, Webhook } from './webhook.ts'

export const listWebhooks = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/webhooks',
  group: 'Webhooks',
  summary: 'List all webhooks',
  description: 'In the order in which they were made. None shows its secret.',
  reply: list(Webhook),
  answer: 'All webhooks.',
  handle: async (ctx) => ({
    type: 'list' as const,
    data: (await queries.listWebhooks(ctx.db, ctx.workspaceId)).map(presentWebhook),
  }),
})

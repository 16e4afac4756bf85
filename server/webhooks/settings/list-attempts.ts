import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { described, list } from '../../schema/types.ts'
import { presentAttempt, WebhookAttempt } from './attempt.ts'
import * as queries from './queries.ts'

const MOST = 150

export const listWebhookAttempts = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/webhooks/{webhook_id}/attempts',
  group: 'Webhooks',
  summary: 'List the last attempts to tell a webhook',
  description: 'Newest first: the last 50, or as many as `per_page` says, up to 150. They are kept for a day.',
  params: Type.Object({ webhook_id: Type.String() }),
  query: Type.Object({
    per_page: described(
      Type.Optional(Type.Integer({ minimum: 1, maximum: MOST })),
      'The number of attempts to show; 50 by default.',
    ),
  }),
  reply: list(WebhookAttempt),
  answer: 'The last attempts.',
  handle: async (ctx, { params, query }) => {
    const { id } = await queries.getWebhook(ctx.db, ctx.workspaceId, params.webhook_id)
    const rows = await queries.listAttempts(ctx.db, ctx.workspaceId, id, { limit: query.per_page ?? 50 })
    return { type: 'list' as const, data: rows.map(presentAttempt) }
  },
})

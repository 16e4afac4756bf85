import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Deleted, presentDeleted } from '../../schema/deleted.ts'
import * as queries from './queries.ts'

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
    const { id } = await queries.getWebhook(ctx.db, ctx.workspaceId, params.webhook_id)
    await queries.deleteWebhook(ctx.db, ctx.workspaceId, id)
    return presentDeleted('webhook', id)
  },
})
